import { type Due, isolated } from "@todo-mesh/contracts";
import { type ReminderDue } from "@todo-mesh/contracts/events";
import { ago, ahead, isNow } from "./time-away.ts";
import { dayName, wallTime } from "./wall-time.ts";

type When = { readonly is: "now" } | { readonly is: "past" | "to come"; readonly when: string };

/** What a reminder is about, in a sentence: what is due, and when, in the zone of the task. */
export function notificationBody(due: ReminderDue, late: boolean, now: Date): string {
  const { task_due } = due;
  const title = isolated(due.title);
  if (due.nag !== undefined)
    return `Still open: ${title}.${task_due ? sayThat(task_due, now) : ""}`;
  if (!task_due) return late ? sayUndatedLate(due, now) : `Reminder: ${title}`;
  const told = isAtDueTime(due, task_due) ? atDueTime(due, late, now) : whenIs(task_due, now);
  return sayWhen(told, title);
}

function sayWhen(told: When, title: string): string {
  if (told.is === "now") return `Due now: ${title}`;
  return told.is === "past" ? `This was due ${told.when}.` : `Due ${told.when}: ${title}`;
}

const isAtDueTime = ({ due_at }: ReminderDue, due: Due): boolean =>
  "at" in due && Date.parse(due.at) === Date.parse(due_at);

// What rings at its due time says so until it is late, and then says how late.
function atDueTime({ due_at: at, timezone }: ReminderDue, late: boolean, now: Date): When {
  if (!late) return { is: "now" };
  return { is: "past", when: `${wallTime({ at, timezone, now })}, ${ago(+now - Date.parse(at))}` };
}

function whenIs(due: Due, now: Date): When {
  if ("date" in due) {
    const when = dayName({ ...due, now });
    return { is: Date.parse(due.ends_at) <= now.getTime() ? "past" : "to come", when };
  }
  const leftMs = Date.parse(due.at) - now.getTime();
  if (isNow(leftMs)) return { is: "now" };
  const wall = wallTime({ ...due, now });
  return leftMs > 0
    ? { is: "to come", when: `${wall}, ${ahead(leftMs)}` }
    : { is: "past", when: `${wall}, ${ago(-leftMs)}` };
}

function sayThat(due: Due, now: Date): string {
  const told = whenIs(due, now);
  if (told.is === "now") return " It is due now.";
  return ` It ${told.is === "past" ? "was" : "is"} due ${told.when}.`;
}

function sayUndatedLate({ due_at: at, timezone }: ReminderDue, now: Date): string {
  const wall = wallTime({ at, timezone, now });
  return `This was set to ring ${wall}, ${ago(+now - Date.parse(at))}.`;
}
