import { describe, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { once } from "./a-crowd.ts";
import { HOUR, SECOND } from "./a-world.ts";
import { atOnce, manyAtNine, spread } from "./many-at-nine.ts";
import { counting } from "./stores.ts";

describe("timers of many people that are due within one tenth of a second", () => {
  test("share one job, which rings when that begins, and for each of them at its own time", async () => {
    const { jobs, nine, timers, setter, runFrom, ring, names, effects } = await manyAtNine(
      spread(100),
    );
    expect(jobs.scheduled().map(({ at }) => at)).toEqual([nine]);
    runFrom(new Date(nine.getTime() - 20));
    await ring(setter);
    expect(effects()).toEqual(once(names));
    for (const { name, at } of timers)
      expect(Date.parse(effects()[name]?.at ?? "")).toBeGreaterThanOrEqual(at.getTime());
  });

  test("have one job for each hundred, which rings for these and no others", async () => {
    const { clock, jobs, nine, setter, ring, names, effects } = await manyAtNine(atOnce(1_200));
    expect(jobs.scheduled()).toHaveLength(12);
    clock.set(nine);
    await ring(setter, jobs.scheduled().slice(0, 1));
    expect(effects()).toEqual(once(names.slice(0, 100)));
    await ring(setter);
    expect(effects()).toEqual(once(names));
  }, 30_000);

  test("are fired by two processes together, each once, and each by its share", async () => {
    const { clock, jobs, store, fire, nine, aProcess, ring, names, effects } = await manyAtNine(
      atOnce(1_200),
    );
    const firedBy = [0, 0];
    const [one, other] = firedBy.map((_, who) =>
      aProcess({
        store: {
          ...store,
          transact: async (writes) => {
            await new Promise(setImmediate);
            await store.transact(writes);
            firedBy[who] = (firedBy[who] ?? 0) + writes.filter((write) => "delete" in write).length;
          },
        },
        fire,
      }),
    );
    clock.set(nine);
    if (!one || !other) throw new Error("There are two");
    const all = jobs.scheduled();
    await Promise.all([ring(one, all.slice(0, 6)), ring(other, all.slice(6))]);
    expect(effects()).toEqual(once(names));
    expect(firedBy).toEqual([600, 600]);
  }, 30_000);

  test("are read from the buckets once, however many jobs ring", async () => {
    const { clock, store, nine, aProcess, ring, names, effects } = await manyAtNine(atOnce(1_200));
    const counted = counting(store);
    clock.set(nine);
    await ring(aProcess({ store: counted }));
    expect(effects()).toEqual(once(names));
    // Twelve batches, two reads each with the effect's own; the rest is all that is read of buckets.
    expect(counted.calls.getMany).toBeLessThan(40);
  }, 30_000);

  test("still ring when the one whose name the job bears is cancelled or moved", async () => {
    for (const change of ["cancelled", "moved"]) {
      const { clock, jobs, from, nine, setter, ring, names, effects } = await manyAtNine(
        atOnce(10),
      );
      const [job] = jobs.scheduled();
      const bearer = names.find((name) => job?.name.startsWith(`bells.${name}.`)) ?? "";
      if (change === "cancelled") await setter.cancelNow(bearer);
      else await setter.setAt(bearer, from(2 * HOUR), bearer, "person0");
      clock.set(nine);
      await ring(setter, job ? [job] : []);
      expect(effects()).toEqual(once(names.filter((name) => name !== bearer)));
    }
  });

  test("ring again, and are not answered for, when the store is away or one of them fails", async () => {
    const { clock, store, fire, nine, aProcess, ring, names, effects } = await manyAtNine(
      atOnce(10),
    );
    let broken = true;
    const bells = aProcess({
      fire: async (tx, due) => {
        if (broken && due.some(({ name }) => name === "t5")) throw new AppError("bug", "broken");
        await fire(tx, due);
      },
    });
    clock.set(nine);
    store.setAway(true);
    await expect(ring(bells)).rejects.toMatchObject({ kind: "unavailable" });
    store.setAway(false);
    await expect(ring(bells)).rejects.toMatchObject({ kind: "bug" });
    expect(effects()).toEqual(once(names.filter((name) => name !== "t5")));
    broken = false;
    clock.advance(2 * SECOND);
    await ring(bells);
    expect(effects()).toEqual(once(names));
  });

  test("are told to ring again when it is much too early, even where the job's own timer is gone", async () => {
    const { jobs, nine, setter, runFrom, ring, fired } = await manyAtNine(atOnce(10));
    const [job] = jobs.scheduled();
    await setter.cancelNow(job?.name.split(".")[1] ?? "");
    runFrom(new Date(nine.getTime() - 1_500));
    await expect(ring(setter)).rejects.toMatchObject({ kind: "unavailable" });
    expect(fired()).toEqual([]);
  });

  test("are known before their time, so that only what came since is read then", async () => {
    const { clock, store, nine, setter, aProcess, ring, names, effects } = await manyAtNine(
      atOnce(500),
    );
    const hintsRead: string[] = [];
    const noting = {
      ...store,
      getMany: async (keys: readonly string[]) => {
        hintsRead.push(...keys.filter((key) => /^due:bells:\d+:\d+:\d+$/.test(key)));
        return store.getMany(keys);
      },
    };
    clock.set(new Date(nine.getTime() - 5 * SECOND));
    // It has the lease, so that the other one does not sweep.
    await setter.sweep();
    const bells = aProcess({ store: noting, sweepEveryMs: HOUR });
    while (hintsRead.length < 5) await new Promise(setImmediate);
    clock.set(nine);
    await ring(bells);
    await bells.close();
    expect(effects()).toEqual(once(names));
    expect(hintsRead).toHaveLength(5);
  });
});
