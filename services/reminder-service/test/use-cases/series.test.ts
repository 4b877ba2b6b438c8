import { describe, expect, test } from "@jest/globals";
import type { Repeat } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { aService } from "../a-service.ts";
import { aSeries, hourly } from "../a-series.ts";
import { at } from "../a-task.ts";
import { chatApiKnows } from "../a-world.ts";

type Service = ReturnType<typeof aService>;
const rungFor = async (service: Service) =>
  (await service.announced()).map(({ data }) => JSON.stringify(data).match(/T(\d\d:\d\d)/)?.[1]);

describe("a fixed series", () => {
  test("rings at each of its dates, once, whether or not it was done", async () => {
    const service = aService();
    await service.hear(aSeries());
    for (const time of ["09:00", "09:01", "10:00", "10:01", "11:00"]) await service.ringAt(time);
    expect(await rungFor(service)).toEqual(["09:00", "10:00", "11:00"]);
    expect(new Set((await service.announced()).map(({ id }) => id)).size).toBe(3);
  });

  test("rings by the sweeper when the scheduler has lost its data", async () => {
    const service = aService();
    await service.hear(aSeries());
    await service.ringAt("09:00");
    service.jobs.wipe();
    service.clock.set(at("10:01"));
    await service.timers.sweep();
    expect(await rungFor(service)).toEqual(["09:00", "10:00"]);
  });

  test("done ahead of its date does not ring for that", async () => {
    const service = aService();
    await service.hear(aSeries());
    await service.ringAt("09:00");
    await service.hear(aSeries({ due: "11:00", version: 2, changed: "09:30" }));
    for (const time of ["10:00", "11:00"]) await service.ringAt(time);
    expect(await rungFor(service)).toEqual(["09:00", "11:00"]);
  });

  test("done ahead while the news is still on its way stays silent, and goes on", async () => {
    const service = aService();
    await service.hear(aSeries());
    chatApiKnows(service.invoker, aSeries({ due: "11:00", version: 2, changed: "08:30" }));
    for (const time of ["09:00", "10:00", "11:00"]) await service.ringAt(time);
    expect(await rungFor(service)).toEqual(["11:00"]);
  });

  test("after hours without any process rings once, for the last of its dates, marked late, and goes on", async () => {
    const service = aService();
    await service.hear(aSeries());
    await service.ringAt("14:20");
    expect(await service.announced()).toMatchObject([
      { data: { due_at: at("14:00").toISOString(), late: true } },
    ]);
    await service.ringAt("15:00");
    expect(await rungFor(service)).toEqual(["14:00", "15:00"]);
  });

  test("ends with its rule", async () => {
    const service = aService();
    await service.hear(aSeries({ repeat: { ...hourly, rule: "FREQ=HOURLY;COUNT=2" } }));
    for (const time of ["09:00", "10:00", "11:00"]) await service.ringAt(time);
    expect(await rungFor(service)).toEqual(["09:00", "10:00"]);
    expect(service.jobs.scheduled()).toEqual([]);
  });

  test.each([
    ["done for good", { status: "done" as const }],
    ["deleted", { deleted_at: at("09:30").toISOString() }],
  ])("that is %s rings no more", async (_how, facts) => {
    const service = aService();
    await service.hear(aSeries());
    await service.ringAt("09:00");
    await service.hear(aSeries({ version: 2, changed: "09:30", ...facts }));
    await service.ringAt("10:00");
    expect(await rungFor(service)).toEqual(["09:00"]);
  });
});

test("the store's answer to a ringing is lost once: it rings once, and its next date once", async () => {
  const service = aService();
  await service.hear(aSeries());
  const { transact } = service.store;
  let lost = false;
  service.store.transact = async (writes) => {
    await transact(writes);
    const rings = writes.some((write) => JSON.stringify(write).includes("announced"));
    if (lost || !rings) return;
    lost = true;
    throw new AppError("unavailable", "the connection broke off");
  };
  await service.ringAll("09:00");
  for (const time of ["09:01", "10:00", "10:01"]) {
    await service.ringAt(time);
    await service.timers.sweep();
  }
  expect(lost).toBe(true);
  const ids = new Set((await service.announced()).map(({ id }) => id));
  expect([ids.size, new Set(await rungFor(service))]).toEqual([2, new Set(["09:00", "10:00"])]);
});

test("a series counted from its completion waits for it, and rings at the date that brings", async () => {
  const service = aService();
  const repeat: Repeat = { ...hourly, from: "completion" };
  await service.hear(aSeries({ repeat }));
  for (const time of ["09:00", "10:00", "11:00"]) await service.ringAt(time);
  expect(await rungFor(service)).toEqual(["09:00"]);
  await service.hear(aSeries({ repeat, due: "12:30", version: 2, changed: "11:30" }));
  await service.ringAt("12:30");
  expect(await rungFor(service)).toEqual(["09:00", "12:30"]);
});
