import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { aService } from "../a-service.ts";
import { aTask, at } from "../a-task.ts";
import { chatApiKnows } from "../a-world.ts";

type Service = ReturnType<typeof aService>;
let service: Service;
beforeEach(() => {
  service = aService();
});

const DAY = {
  date: "2026-11-22",
  timezone: "UTC",
  begins_at: "2026-11-22T00:00:00.000Z",
  ends_at: "2026-11-23T00:00:00.000Z",
};
const ofDay = (facts: Partial<Task> = {}): Task =>
  aTask({ due: DAY, reminders: [{ days: 0, time: "09:00", own_hour: true }], ...facts });

interface Chosen {
  readonly day_reminder?: string;
  readonly evening_reminder?: string;
}
let told = 0;
/** Ada chose that at that time, and the news of it arrives. */
const choose = (time: string, chosen: Chosen, user_id = "ada"): Promise<void> => {
  const preferences = { version: 1, updated_at: at(time).toISOString(), ...chosen };
  return service.choose({ id: `choice-${(told += 1)}`, data: { user_id, preferences } });
};
const rung = async (...times: readonly string[]): Promise<string[]> => {
  for (const time of times) await service.ringAt(time);
  return (await service.announced()).map(
    ({ data }) => /"due_at":"[^T]*T(\d\d:\d\d)/.exec(JSON.stringify(data))?.[1] ?? "",
  );
};
const listed = async () =>
  (await service.list("ada", { limit: 99, state: "all", timezone: "UTC" })).items;

describe("a reminder of a whole day, at its person's own hour", () => {
  test("rings at the hour that the task was given, while nobody has told of another", async () => {
    await service.hear(ofDay());
    expect(await rung("09:00", "10:00")).toEqual(["09:00"]);
  });

  test("is moved by a new choice, as the same reminder, and says so", async () => {
    await service.hear(ofDay());
    const [before] = await listed();
    await choose("08:10", { day_reminder: "10:00" });
    const [after] = await listed();
    expect(after).toMatchObject({ id: before?.id, due_at: at("10:00").toISOString() });
    const { history } = await service.read("ada", String(after?.id));
    expect(history.at(-1)).toMatchObject({
      cause: "moved",
      facts: { from: at("09:00").toISOString() },
    });
    expect(await rung("09:00", "10:00")).toEqual(["10:00"]);
  });

  test("rings at the newest hour whichever news comes first, twice or late", async () => {
    await choose("08:20", { day_reminder: "11:00" });
    await choose("08:10", { day_reminder: "10:00" });
    await service.hear(ofDay());
    await choose("08:20", { day_reminder: "11:00" });
    await service.hear(ofDay({ version: 2, title: "other" }));
    expect(await rung("09:00", "10:00", "11:00")).toEqual(["11:00"]);
  });

  test("rings at the newest hour though the news of its task is still on its way", async () => {
    await service.hear(ofDay());
    await choose("08:10", { day_reminder: "10:00" });
    chatApiKnows(service.invoker, ofDay({ version: 2, title: "other" }));
    expect(await rung("09:00", "10:00")).toEqual(["10:00"]);
  });

  test("rings at the newest hour though that was chosen just as its task was being planned", async () => {
    await choose("08:05", { day_reminder: "09:00" });
    const { transact } = service.store;
    service.store.transact = async (writes) => {
      service.store.transact = transact;
      await choose("08:10", { day_reminder: "10:00" });
      return transact(writes);
    };
    await service.hear(ofDay());
    expect(await rung("09:00", "10:00")).toEqual(["10:00"]);
  });

  test("does not ring once no hour is chosen, and does again once one is", async () => {
    await service.hear(ofDay());
    await choose("08:10", {});
    expect(await rung("09:00")).toEqual([]);
    await choose("09:10", { day_reminder: "10:00" });
    expect(await rung("10:00")).toEqual(["10:00"]);
  });

  test("is not made up for if the new hour is over already", async () => {
    await service.hear(ofDay());
    service.clock.set(at("08:30"));
    await choose("08:30", { day_reminder: "08:15" });
    expect(await rung("08:31", "09:00")).toEqual([]);
    expect(await listed()).toMatchObject([{ state: "missed" }]);
  });

  test("is not moved by the choice of somebody else, nor if it has an hour of its own", async () => {
    const own = "5b0a1f9e-6a0e-4a8e-8f51-000000000002";
    await service.hear(ofDay(), ofDay({ id: own, reminders: [{ days: 0, time: "09:30" }] }));
    await choose("08:10", { day_reminder: "10:00" }, "bob");
    await choose("08:10", { day_reminder: "11:00" });
    expect(await rung("09:00", "09:30", "10:00", "11:00")).toEqual(["09:30", "11:00"]);
  });

  test("is moved on the evening before by the other hour, and in a series for all its dates", async () => {
    const repeat = {
      rule: "FREQ=DAILY",
      start: "2026-11-22",
      timezone: "UTC",
      from: "schedule",
    } as const;
    const reminders = [{ days: -1, time: "20:00", own_hour: true as const }];
    await service.hear(ofDay({ repeat, reminders }));
    await choose("08:10", { evening_reminder: "21:00" });
    expect(await rung("20:00", "21:00")).toEqual(["21:00"]);
    expect((await listed()).at(-1)).toMatchObject({
      state: "planned",
      due_at: "2026-11-23T21:00:00.000Z",
    });
  });
});

const idOf = (n: number): string => `5b0a1f9e-6a0e-4a8e-8f51-${String(n).padStart(12, "0")}`;
const atTen = async (): Promise<number> =>
  (await listed()).filter(({ due_at }) => due_at === at("10:00").toISOString()).length;

describe("many reminders of one person", () => {
  const MANY = 120;
  beforeEach(async () => {
    for (let n = 0; n < MANY; n += 20)
      await service.hear(...Array.from({ length: 20 }, (_, k) => ofDay({ id: idOf(n + k) })));
  });

  test("are moved some at a time: no transaction writes all of them", async () => {
    const sizes: number[] = [];
    const { transact } = service.store;
    service.store.transact = (writes) => {
      sizes.push(writes.length);
      return transact(writes);
    };
    await choose("08:10", { day_reminder: "10:00" });
    expect(sizes.length).toBeGreaterThan(4);
    expect(Math.max(...sizes)).toBeLessThan(150);
    expect(await atTen()).toBe(99);
  });

  test("are all moved though it was broken off half-way, once the news comes again", async () => {
    const { transact } = service.store;
    let left = 3;
    service.store.transact = async (writes) => {
      if (left === 0) throw new Error("the process dies");
      left -= 1;
      return transact(writes);
    };
    const news = choose("08:10", { day_reminder: "10:00" });
    await expect(news).rejects.toThrow("the process dies");
    service.store.transact = transact;
    await choose("08:10", { day_reminder: "10:00" });
    expect(await atTen()).toBe(99);
  });
});

test("of a person who is forgotten no hour is kept, and news of before brings none back", async () => {
  await choose("08:10", { day_reminder: "10:00" });
  await service.forget({
    id: "gone",
    data: { user_id: "ada", erased_at: at("08:20").toISOString() },
  });
  await choose("08:10", { day_reminder: "10:00" });
  const rows = () => [...service.store.rows()].filter(([key]) => key.startsWith("own-hours"));
  expect(rows().map(([, { value }]) => value)).toEqual([{ at: at("08:20").toISOString() }]);
  service.clock.advance(31 * 86_400_000);
  expect(rows()).toEqual([]);
});

test("what a person chose anew after they were forgotten stays, however late the news of that is", async () => {
  await choose("08:30", { day_reminder: "10:00" });
  await service.forget({
    id: "gone",
    data: { user_id: "ada", erased_at: at("08:20").toISOString() },
  });
  await service.hear(ofDay());
  expect(await rung("09:00", "10:00")).toEqual(["10:00"]);
});
