import type { Task, TaskPatch, WhenAnswer } from "@todo-mesh/contracts";
import { movedTo } from "./moving.ts";
import { reminderChoices, reminderValueOf } from "./reminder-choices.ts";
import { isTime, timesOf } from "./times.ts";

/** What a person fills in to change a task. */
export interface Form {
  readonly title: string;
  readonly notes: string;
  /** The new time in words; empty: it stays as it is. */
  readonly when: string;
  readonly isWithoutDue: boolean;
  readonly priority: string;
  readonly tags: string;
  /** Which of the usual reminders; empty: as they are. */
  readonly reminders: string;
}

export function formOf(task: Task): Form {
  const { title, notes = "", priority = "none", tags = [] } = task;
  const reminders = reminderValueOf(task);
  return {
    title,
    notes,
    when: "",
    isWithoutDue: false,
    priority,
    tags: tags.join(", "),
    reminders,
  };
}

/** What the form changes of the task; fields that were left alone are not named. */
export function patchOf(task: Task, form: Form, meant: WhenAnswer | undefined): TaskPatch {
  const before = formOf(task);
  const tags = tagsOf(form.tags);
  return {
    ...(form.title.trim() !== before.title && { title: form.title.trim() }),
    ...(form.notes !== before.notes && { notes: form.notes === "" ? null : form.notes }),
    ...(form.priority !== before.priority && { priority: priorityOf(form.priority) }),
    ...(tags.join() !== tagsOf(before.tags).join() && { tags }),
    ...newReminders(task, form),
    ...newTimes(task, form, meant),
  };
}

const tagsOf = (text: string): string[] =>
  text
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);

const PRIORITIES = ["low", "medium", "high", "urgent"] as const;
const priorityOf = (chosen: string): (typeof PRIORITIES)[number] | null =>
  PRIORITIES.find((one) => one === chosen) ?? null;

// Of a series a new time moves the one date that is next; without any there is no series any more.
function newTimes(task: Task, form: Form, meant: WhenAnswer | undefined): TaskPatch {
  if (isTime(meant) && form.when.trim() !== "") return timesOf(meant);
  return form.isWithoutDue ? movedTo(task, undefined) : {};
}

/** The reminders that a form says, if they are others than those of the task. */
function newReminders(task: Task, { reminders }: Form): TaskPatch {
  const choice = reminderChoices(task).find(({ value }) => value === reminders);
  return choice && reminders !== reminderValueOf(task) ? { reminders: choice.reminders } : {};
}
