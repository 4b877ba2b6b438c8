import { describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { aService } from "../a-service.ts";
import { aSeries, hourly } from "../a-series.ts";
import { aTask, at } from "../a-task.ts";
import { chatApiKnows } from "../a-world.ts";

type Service = ReturnType<typeof aService>;
const rung = async (service: Service): Promise<(string | undefined)[]> =>
  (await service.announced())
    .filter(({ type }) => type === "todo.reminder.due.v1")
    .map(({ data }) => JSON.stringify(data).match(/"due_at":"[^T]*T(\d\d:\d\d)/)?.[1]);
const snoozed = (until: string, since: string): Pick<Task, "snoozed"> => ({
  snoozed: { until: at(until).toISOString(), timezone: "UTC", since: at(since).toISOString() },
});
const ringAll = async (service: Service, ...times: readonly string[]): Promise<void> => {
  for (const time of times) await service.ringAt(time);
};

describe("a task that is snoozed", () => {
  test("after it rang rings once more then, and the nag waits for that", async () => {
    const service = aService();
    const nag = { every_minutes: 5, times: 2 };
    await service.hear(aTask({ due: "09:00", nag }));
    await ringAll(service, "09:00");
    service.clock.set(at("09:01"));
    await service.hear(
      aTask({ due: "09:00", nag, version: 2, changed: "09:01", ...snoozed("09:11", "09:01") }),
    );
    await ringAll(service, "09:05", "09:10", "09:11", "09:16", "09:21", "09:26");
    expect(await rung(service)).toEqual(["09:00", "09:11", "09:16", "09:21"]);
  });

  test("before it rang does not ring before, and its series goes on as it was", async () => {
    const service = aService();
    await service.hear(aSeries());
    await service.hear(aSeries({ version: 2, ...snoozed("10:15", "08:00") }));
    await ringAll(service, "09:00", "10:00", "10:15", "11:00");
    expect(await rung(service)).toEqual(["10:00", "10:15", "11:00"]);
  });

  test("again rings at the later moment only", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00", ...snoozed("09:10", "08:00") }));
    await service.hear(aTask({ due: "09:00", version: 2, ...snoozed("09:20", "08:00") }));
    await ringAll(service, "09:00", "09:10", "09:20");
    expect(await rung(service)).toEqual(["09:20"]);
  });

  test("is silent though the news of it is still on its way", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    chatApiKnows(
      service.invoker,
      aTask({ due: "09:00", version: 2, changed: "08:30", ...snoozed("09:10", "08:30") }),
    );
    await ringAll(service, "09:00", "09:10");
    expect(await rung(service)).toEqual(["09:10"]);
  });

  test("and taken back rings when it would have", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00", ...snoozed("09:30", "08:00") }));
    await service.hear(aTask({ due: "09:00", version: 2, changed: "08:10" }));
    await ringAll(service, "09:00", "09:30");
    expect(await rung(service)).toEqual(["09:00"]);
  });

  test("says in its ledger what it was snoozed to", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.hear(aTask({ due: "09:00", version: 2, ...snoozed("09:30", "08:00") }));
    const asked = { limit: 9, state: "all", timezone: "UTC" } as const;
    const { items } = await service.list("ada", asked);
    expect(items).toMatchObject([
      { slot: "due", state: "cancelled" },
      { slot: "snooze", state: "planned", due_at: at("09:30").toISOString() },
    ]);
    const [due, snooze] = await Promise.all(items.map(({ id }) => service.read("ada", id)));
    expect([due?.history.at(-1)?.cause, snooze?.history.at(-1)?.cause]).toEqual([
      "silenced",
      "snoozed",
    ]);
  });
});

test("a task that is muted rings nothing before, makes up for nothing, and goes on then", async () => {
  const service = aService();
  await service.hear(aSeries());
  const muted = { until: at("10:30").toISOString(), timezone: "UTC" };
  await service.hear(aSeries({ version: 2, muted }));
  await ringAll(service, "09:00", "10:00", "10:30", "11:00");
  expect(await rung(service)).toEqual(["11:00"]);
});

const silentUntil = (until: string) => ({
  muted: { until: at(until).toISOString(), timezone: "UTC" },
});
const times = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `09:${String(from + n).padStart(2, "0")}`);

describe("what a muted task nags with", () => {
  const nag = { every_minutes: 5, times: 9 };
  const version = (n: number, changed: string, more: object = {}) =>
    aTask({ due: "09:00", nag, version: n, changed, ...more });

  test("is silent until the mute ends, and goes on then at the moments that it would have had", async () => {
    const service = aService();
    await service.hear(version(1, "08:00"));
    await ringAll(service, "09:00");
    service.clock.set(at("09:02"));
    await service.hear(version(2, "09:02", silentUntil("09:12")));
    await ringAll(service, ...times(3, 17));
    await service.hear(version(3, "09:17", { ...silentUntil("09:12"), title: "other" }));
    await ringAll(service, ...times(18, 21));
    expect(await rung(service)).toEqual(["09:00", "09:15", "09:20"]);
  });

  test("goes on at once when that is taken back, and nothing is made up for", async () => {
    const service = aService();
    await service.hear(version(1, "08:00"));
    await ringAll(service, "09:00");
    await service.hear(version(2, "09:02", silentUntil("09:32")));
    await ringAll(service, ...times(3, 17));
    await service.hear(version(3, "09:17"));
    await ringAll(service, ...times(17, 26));
    expect(await rung(service)).toEqual(["09:00", "09:20", "09:25"]);
  });
});

test("a series that is muted for months is not looked through ring by ring", async () => {
  const service = aService();
  const repeat = { ...hourly, rule: "FREQ=SECONDLY" };
  const muted = { until: "2027-11-01T00:00:00.000Z", timezone: "UTC" };
  await service.hear(aSeries({ muted, repeat }));
  expect(service.jobs.scheduled()).toEqual([]);
  const { items } = await service.list("ada", { limit: 9, state: "pending", timezone: "UTC" });
  expect(items.map(({ due_at }) => due_at)).toEqual(["2027-11-01T00:00:00.000Z"]);
});

test("a task that was dismissed nags no more, until that is taken back", async () => {
  const service = aService();
  const nag = { every_minutes: 5, times: 9 };
  const acknowledged_at = at("09:01").toISOString();
  await service.hear(aTask({ due: "09:00", nag }));
  await ringAll(service, "09:00");
  await service.hear(aTask({ due: "09:00", nag, version: 2, changed: "09:01", acknowledged_at }));
  await ringAll(service, "09:05", "09:10");
  service.clock.set(at("09:12"));
  await service.hear(aTask({ due: "09:00", nag, version: 3, changed: "09:12" }));
  await ringAll(service, "09:15");
  expect(await rung(service)).toEqual(["09:00", "09:15"]);
});

const told = async (service: Service) =>
  (await service.announced())
    .filter(({ type }) => type !== "todo.reminder.due.v1")
    .map(({ type, data }) => [type, data]);

describe("that what rang was dismissed or snoozed is told once,", () => {
  const acknowledged_at = at("09:01").toISOString();
  const ofTask = { user_id: "ada", task_id: aTask().id };

  test("with the news of it, and not when it is taken back or another thing changes", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await ringAll(service, "09:00");
    const dismissed = aTask({ due: "09:00", version: 2, changed: "09:01", acknowledged_at });
    await service.hear(dismissed);
    await service.hear(dismissed, { ...dismissed, version: 3, title: "other" });
    await service.hear(aTask({ due: "09:00", version: 4, changed: "09:02" }));
    await service.hear(aTask({ due: "09:00", version: 5, ...snoozed("09:30", "09:03") }));
    expect(await told(service)).toEqual([
      ["todo.reminder.dismissed.v1", { ...ofTask, task_version: 2, at: acknowledged_at }],
      [
        "todo.reminder.snoozed.v1",
        {
          ...ofTask,
          task_version: 5,
          at: at("09:03").toISOString(),
          until: at("09:30").toISOString(),
        },
      ],
    ]);
  });

  test("also if chat-api's word comes before the news", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00", nag: { every_minutes: 5, times: 9 } }));
    await ringAll(service, "09:00");
    const dismissed = aTask({ due: "09:00", version: 2, changed: "09:01", acknowledged_at });
    chatApiKnows(service.invoker, dismissed);
    await ringAll(service, "09:05");
    await service.hear(dismissed);
    expect(await told(service)).toMatchObject([
      ["todo.reminder.dismissed.v1", { at: acknowledged_at }],
    ]);
  });
});
