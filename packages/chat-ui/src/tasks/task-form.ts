import type { Task, TaskPatch, WhenAnswer } from "@todo-mesh/contracts";
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
}

export const formOf = ({ title, notes = "", priority = "none", tags = [] }: Task): Form => {
  return { title, notes, when: "", isWithoutDue: false, priority, tags: tags.join(", ") };
};

/** What the form changes of the task; fields that were left alone are not named. */
export function patchOf(task: Task, form: Form, meant: WhenAnswer | undefined): TaskPatch {
  const before = formOf(task);
  const tags = tagsOf(form.tags);
  return {
    ...(form.title.trim() !== before.title && { title: form.title.trim() }),
    ...(form.notes !== before.notes && { notes: form.notes === "" ? null : form.notes }),
    ...(form.priority !== before.priority && { priority: priorityOf(form.priority) }),
    ...(tags.join() !== tagsOf(before.tags).join() && { tags }),
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

// A task that comes again is due when its rule says: of the two a new time takes the place of both.
function newTimes(task: Task, form: Form, meant: WhenAnswer | undefined): TaskPatch {
  const noSeries = task.repeat ? { repeat: null } : {};
  if (isTime(meant) && form.when.trim() !== "") {
    const times = timesOf(meant);
    return times.due ? { ...times, ...noSeries } : times;
  }
  return form.isWithoutDue ? { due: null, ...noSeries } : {};
}
