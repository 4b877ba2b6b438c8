import type { Notification, ReminderDue } from "@todo-mesh/contracts";
import { wallTime } from "./wall-time.ts";

const LATE_AFTER_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * What the inbox says of a reminder that rang. It is late when it rang late, or when we ourselves come
 * to show it more than 60 s after its time; then it says so, in the person's own time zone.
 */
export function notify(due: ReminderDue, now: Date): Notification {
  const behindMs = now.getTime() - Date.parse(due.due_at);
  const late = due.late || behindMs > LATE_AFTER_MS;
  return {
    id: due.occurrence_id,
    kind: "reminder",
    title: due.title,
    body: late ? sayLate(due, behindMs, now) : `Due now: ${due.title}`,
    task_id: due.task_id,
    due_at: due.due_at,
    late,
    created_at: now.toISOString(),
  };
}

function sayLate(due: ReminderDue, behindMs: number, now: Date): string {
  const when = wallTime({ at: due.due_at, timezone: due.timezone, now });
  return `This was due ${when}, ${ago(behindMs)}.`;
}

/** How long ago, in the largest unit that says enough. */
function ago(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE_MS));
  if (minutes < 60) return count(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? count(hours, "hour") : count(Math.floor(hours / 24), "day");
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? "" : "s"} ago`;
