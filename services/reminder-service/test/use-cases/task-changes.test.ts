import { describe, expect, test } from "@jest/globals";
import { aService } from "../a-service.ts";
import { aTask, at } from "../a-task.ts";

const due = (time: string) => at(time).toISOString();

describe("when the task changes", () => {
  test("a moved reminder rings at its new time only; the job of the older generation does nothing", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.hear(aTask({ due: "10:00", version: 2 }));
    await service.ringAt("09:00");
    expect(await service.announced()).toEqual([]);
    await service.ringAt("10:00");
    expect(await service.announced()).toMatchObject([{ data: { due_at: due("10:00") } }]);
  });

  test.each([
    ["completed", aTask({ due: "09:00", version: 2, status: "done" })],
    ["deleted", aTask({ due: "09:00", version: 2, deleted_at: due("08:30") })],
    ["left without a due time", aTask({ version: 2 })],
  ])("a task that is %s stays silent", async (_how, task) => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.hear(task);
    await service.ringAt("09:00");
    await service.timers.sweep();
    expect(await service.announced()).toEqual([]);
  });
});

describe("news of a task", () => {
  test("events that come twice, late and out of order ring once, at the newest time", async () => {
    const service = aService();
    const news = [1, 2, 3].map((version) => aTask({ due: `09:0${version}`, version }));
    for (const index of [1, 0, 2, 2, 0, 1]) {
      const task = news[index];
      if (task) await service.hear(task);
    }
    for (const time of ["09:01", "09:02", "09:03", "09:04"]) await service.ringAt(time);
    expect(await service.announced()).toMatchObject([{ data: { due_at: due("09:03") } }]);
  });

  test("a creation that comes an hour after the completion does nothing", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00", version: 2, status: "done" }));
    service.clock.set(at("09:30"));
    await service.hear(aTask({ due: "09:00" }));
    await service.ringAt("09:31");
    expect(await service.announced()).toEqual([]);
  });

  test("a replay of all its events after it rang does not ring again", async () => {
    const service = aService();
    const news = [aTask({ due: "09:00" }), aTask({ due: "09:30", version: 2, title: "call dad" })];
    await service.hear(...news);
    await service.ringAt("09:30");
    for (const task of [...news, ...news.toReversed()]) await service.hear(task);
    await service.ringAt("09:31");
    expect(await service.announced()).toHaveLength(1);
  });
});

describe("ledgers", () => {
  test("nothing is left of a finished task after ninety days", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.hear(aTask({ due: "09:00", version: 2, status: "done" }));
    const ledgers = () =>
      [...service.store.rows().keys()].filter((key) => key.startsWith("ledger"));
    expect(ledgers()).toHaveLength(1);
    service.clock.advance(91 * 86_400_000);
    expect(ledgers()).toEqual([]);
  });

  test("what waits for years is kept for years", async () => {
    const service = aService();
    const task = aTask();
    const instant = "2031-05-01T07:00:00.000Z";
    await service.hear({
      ...task,
      due: { local: "2031-05-01T09:00:00", timezone: "Europe/Rome", at: instant },
    });
    service.clock.set(instant);
    const ledgers = [...service.store.rows().keys()].filter((key) => key.startsWith("ledger"));
    expect(ledgers).toHaveLength(1);
  });
});
