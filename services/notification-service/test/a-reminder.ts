import type { Due } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";

/** An instant on the day these tests happen. */
export const at = (time: string): Date => new Date(`2026-11-22T${time}Z`);

let made = 0;
const uuid = (): string => `5b0a1f9e-6a0e-4a8e-8f51-${String((made += 1)).padStart(12, "0")}`;

/** A due time in Rome, at an instant of that day or any other; its wall time is of no interest here. */
export const dueAt = (time: string): Due => ({
  local: "2026-11-22T09:00:00",
  timezone: "Europe/Rome",
  at: (time.includes("T") ? new Date(time) : at(time)).toISOString(),
});

/** A reminder of Ada's due at 08:00 UTC (09:00 in Rome) and rung in time; each is another occurrence. */
export function aReminder(over: Partial<ReminderDue> = {}): ReminderDue {
  return {
    user_id: "ada",
    occurrence_id: uuid(),
    reminder_id: uuid(),
    task_id: uuid(),
    task_version: 1,
    title: "call mum",
    due_at: at("08:00:00").toISOString(),
    task_due: dueAt(over.due_at ?? "08:00:00"),
    timezone: "Europe/Rome",
    announced_at: at("08:00:00.050").toISOString(),
    late: false,
    ...over,
  };
}
