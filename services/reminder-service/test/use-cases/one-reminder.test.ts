import { describe, expect, test } from "@jest/globals";
import { ReminderDue } from "@todo-mesh/contracts/events";
import { occurrenceIdOf, reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aService } from "../a-service.ts";
import { aTask, at, TASK_ID } from "../a-task.ts";

const REMINDER_ID = reminderIdOf(TASK_ID, "due");
const due = (time: string) => at(time).toISOString();

describe("a reminder", () => {
  test("rings at its time, once, under the id of its occurrence", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.ringAt("09:00");
    await service.ringAt("09:01");
    const events = await service.announced();
    expect(events).toHaveLength(1);
    const id = occurrenceIdOf({ id: REMINDER_ID, due_at: due("09:00") });
    expect(events[0]).toMatchObject({ id, subject: REMINDER_ID, type: "todo.reminder.due.v1" });
    expect(ReminderDue.data.parse(events[0]?.data)).toMatchObject({
      user_id: "ada",
      title: "call mum",
      occurrence_id: id,
      task_id: TASK_ID,
      due_at: due("09:00"),
      announced_at: due("09:00"),
      late: false,
    });
  });

  test("does not ring a moment before", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    service.clock.set(new Date(at("09:00").getTime() - 1_001));
    const [job] = service.jobs.scheduled();
    await expect(service.timers.ring(job?.name ?? "")).rejects.toMatchObject({
      kind: "unavailable",
    });
    await service.timers.sweep();
    expect(await service.announced()).toEqual([]);
  });
});

describe("a late reminder", () => {
  test("is marked late when it rings more than a minute after its time", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.ringAt("09:12");
    expect(await service.announced()).toMatchObject([{ data: { late: true } }]);
  });

  test("rings at once, marked late, when its event comes an hour after its time", async () => {
    const service = aService();
    service.clock.set(at("10:00"));
    await service.hear(aTask({ due: "09:00" }));
    await service.ringAt("10:00");
    expect(await service.announced()).toMatchObject([
      { data: { late: true, due_at: due("09:00") } },
    ]);
  });

  test("set for a time already gone does not ring", async () => {
    const service = aService();
    await service.hear(aTask({ due: "08:00", changed: "08:05" }));
    await service.ringAt("08:06");
    await service.timers.sweep();
    expect(await service.announced()).toEqual([]);
  });
});
