import { describe, expect, test } from "@jest/globals";
import { nagIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aService } from "../a-service.ts";
import { aTask, at, TASK_ID } from "../a-task.ts";
import { chatApiKnows } from "../a-world.ts";

const nagging = (facts: Parameters<typeof aTask>[0] = {}) =>
  aTask({ due: "09:00", nag: { every_minutes: 10, times: 2 }, ...facts });
const nags = async (service: ReturnType<typeof aService>) =>
  (await service.announced()).map(({ data }) => {
    const { due_at, nag } = JSON.parse(JSON.stringify(data));
    return [due_at.slice(11, 16), nag];
  });

describe("a task that nags", () => {
  test("rings until it was repeated often enough, and then has no timer any more", async () => {
    const service = aService();
    await service.hear(nagging());
    for (const time of ["09:00", "09:09", "09:10", "09:20", "09:30"]) await service.ringAt(time);
    expect(await nags(service)).toEqual([
      ["09:00", undefined],
      ["09:10", 1],
      ["09:20", 2],
    ]);
    expect(await service.timers.look([nagIdOf(TASK_ID)])).toEqual([]);
  });

  test("rings again by the sweeper when the scheduler has lost its data", async () => {
    const service = aService();
    await service.hear(nagging());
    await service.ringAt("09:00");
    service.jobs.wipe();
    service.clock.set(at("09:11"));
    await service.timers.sweep();
    expect(await nags(service)).toHaveLength(2);
  });

  test("is quiet as soon as chat-api knows it to be done, though the news is on its way", async () => {
    const service = aService();
    await service.hear(nagging());
    await service.ringAt("09:00");
    chatApiKnows(service.invoker, nagging({ version: 2, changed: "09:09", status: "done" }));
    for (const time of ["09:10", "09:20"]) await service.ringAt(time);
    expect(await nags(service)).toHaveLength(1);
  });

  test("keeps its ledger for as long as it nags", async () => {
    const service = aService();
    await service.hear(nagging({ nag: { every_minutes: 1_440, times: 100 } }));
    await service.ringAt("09:00");
    service.clock.advance(91 * 86_400_000);
    expect([...service.store.rows().keys()].filter((key) => key.startsWith("ledger"))).toHaveLength(
      1,
    );
  });
});

test("done and heard of, it is quiet, and its timer is gone in the same transaction", async () => {
  const service = aService();
  await service.hear(nagging());
  await service.ringAt("09:00");
  await service.hear(nagging({ version: 2, changed: "09:05", status: "done" }));
  expect(await service.timers.look([nagIdOf(TASK_ID)])).toEqual([]);
  await service.ringAt("09:10");
  expect(await nags(service)).toHaveLength(1);
});
