import type { Task, TaskPatch } from "@todo-mesh/contracts";

type Reminders = NonNullable<TaskPatch["reminders"]> | null;

/** One of the usual ways to be reminded; `null` is how it is without a word about it. */
interface ReminderChoice {
  readonly value: "due" | "never" | "minutes10" | "hour" | "day" | "onDay" | "eve";
  readonly reminders: Reminders;
}

const OF_A_TIME: readonly ReminderChoice[] = [
  { value: "due", reminders: null },
  { value: "minutes10", reminders: [{ minutes: -10 }] },
  { value: "hour", reminders: [{ minutes: -60 }] },
  { value: "day", reminders: [{ days: -1 }] },
  { value: "never", reminders: [] },
];
const OF_A_DAY: readonly ReminderChoice[] = [
  { value: "never", reminders: null },
  { value: "onDay", reminders: [{ days: 0, time: "09:00" }] },
  { value: "eve", reminders: [{ days: -1, time: "20:00" }] },
];

/** What can be chosen for a task: a whole day has no moment of its own to be reminded at. */
export const reminderChoices = ({ due }: Task): readonly ReminderChoice[] =>
  !due ? [] : "date" in due ? OF_A_DAY : OF_A_TIME;

/** Which of them a task has; empty if it is none of them. */
export const reminderValueOf = (task: Task): ReminderChoice["value"] | "" =>
  reminderChoices(task).find(({ reminders }) => isSame(reminders, task))?.value ?? "";

function isSame(choice: Reminders, { due, reminders }: Task): boolean {
  const isNever = reminders?.length === 0 && due !== undefined && "date" in due;
  if (choice === null) return reminders === undefined || isNever;
  return JSON.stringify(choice) === JSON.stringify(reminders);
}
