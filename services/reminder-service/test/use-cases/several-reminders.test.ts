import { describe, expect, test } from "@jest/globals";
import { aService } from "../a-service.ts";
import { aSeries } from "../a-series.ts";
import { aTask, at, dueAt } from "../a-task.ts";
import { chatApiKnows } from "../a-world.ts";

type Service = ReturnType<typeof aService>;
async function rung(service: Service) {
  const events = await service.announced();
  return events.map(({ data }) => JSON.stringify(data).match(/"due_at":"[^T]*T(\d\d:\d\d)/)?.[1]);
}

describe("a task with several reminders", () => {
  test("rings at each of their moments, once", async () => {
    const service = aService();
    const reminders = [{ minutes: -10 }, { minutes: 0 }, { minutes: 30 }, dueAt(at("08:40"))];
    await service.hear(aTask({ due: "09:00", reminders }));
    for (const time of ["08:40", "08:50", "08:51", "09:00", "09:30", "09:31"])
      await service.ringAt(time);
    expect(await rung(service)).toEqual(["08:40", "08:50", "09:00", "09:30"]);
  });

  test("of which one was taken away while the news is on its way rings at the others", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00", reminders: [{ minutes: -10 }, { minutes: 0 }] }));
    chatApiKnows(service.invoker, aTask({ due: "09:00", version: 2, changed: "08:20" }));
    for (const time of ["08:50", "09:00"]) await service.ringAt(time);
    expect(await rung(service)).toEqual(["09:00"]);
  });

  test("moved while the news is on its way rings at all the new moments, by chat-api's word alone", async () => {
    const service = aService();
    const reminders = [{ minutes: -10 }, { minutes: 0 }];
    await service.hear(aTask({ due: "09:00", reminders }));
    chatApiKnows(service.invoker, aTask({ due: "10:00", version: 2, changed: "08:20", reminders }));
    for (const time of ["08:50", "09:00", "09:50", "10:00"]) await service.ringAt(time);
    expect(await rung(service)).toEqual(["09:50", "10:00"]);
  });
});

test("a fixed series rings before and after each of its dates, and says which it is", async () => {
  const service = aService();
  await service.hear(aSeries({ reminders: [{ minutes: -10 }, { minutes: 75 }] }));
  for (const time of ["08:50", "09:50", "10:15", "10:50", "11:15"]) await service.ringAt(time);
  const told = (await service.announced()).map(({ data }) => data);
  expect(told).toMatchObject(
    ["09:00", "10:00", "09:00", "11:00", "10:00"].map((time) => ({
      task_due: { at: at(time).toISOString() },
    })),
  );
  expect(await rung(service)).toEqual(["08:50", "09:50", "10:15", "10:50", "11:15"]);
});

test("a series of whole days rings at its time on each of them", async () => {
  const service = aService();
  const repeat = {
    rule: "FREQ=DAILY",
    start: "2026-11-22",
    timezone: "UTC",
    from: "schedule" as const,
  };
  const due = {
    date: "2026-11-22",
    timezone: "UTC",
    begins_at: "2026-11-22T00:00:00.000Z",
    ends_at: "2026-11-23T00:00:00.000Z",
  };
  await service.hear(aTask({ due, repeat, reminders: [{ days: 0, time: "09:00" }] }));
  await service.ringAt("09:00");
  service.clock.advance(86_400_000 + 2_000);
  await service.timers.sweep();
  expect((await service.announced()).map(({ data }) => data)).toMatchObject([
    { due_at: "2026-11-22T09:00:00.000Z", task_due: { date: "2026-11-22" } },
    { due_at: "2026-11-23T09:00:00.000Z", task_due: { date: "2026-11-23" } },
  ]);
});
