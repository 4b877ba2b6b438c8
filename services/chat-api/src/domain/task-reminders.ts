import type { Task, TaskReminder, TaskReminderInput } from "@todo-mesh/contracts";
import { resolveMoment } from "./due.ts";
import type { Fault } from "./rule-fault.ts";
import { same } from "./same.ts";

/** Reminders as they are kept, each once; or the field that keeps one from being one. */
export type ResolvedReminders =
  | { readonly kind: "reminders"; readonly reminders: TaskReminder[] }
  | (Fault & { readonly kind: "invalid" });

export function resolveReminders(inputs: readonly TaskReminderInput[]): ResolvedReminders {
  const reminders: TaskReminder[] = [];
  for (const [at, input] of inputs.entries()) {
    const resolved = resolve(input);
    if ("field" in resolved)
      return { kind: "invalid", ...resolved, field: `${at}.${resolved.field}` };
    if (!reminders.some((known) => same(known, resolved))) reminders.push(resolved);
  }
  return { kind: "reminders", reminders };
}

function resolve(input: TaskReminderInput): TaskReminder | Fault {
  if ("minutes" in input || "days" in input) return input;
  const resolved = resolveMoment(input);
  return resolved.kind === "due" ? resolved.due : resolved;
}

/** What keeps a task from being reminded of as it says; undefined when nothing does. */
export function reminderFault(task: Pick<Task, "due" | "reminders" | "nag">): Fault | undefined {
  const { due, reminders, nag } = task;
  for (const [at, reminder] of (reminders ?? []).entries()) {
    const message = misfitOf(reminder, due);
    if (message) return { field: `reminders.${at}`, message };
  }
  const rings = reminders ? reminders.length > 0 : due !== undefined && "at" in due;
  if (!nag || rings) return undefined;
  return { field: "nag", message: "nothing rings: give a due time or a reminder as well" };
}

function misfitOf(reminder: TaskReminder, due: Task["due"]): string | undefined {
  if ("at" in reminder) return undefined;
  if (!due) return "is counted from the due time, and there is none: give a due time or a moment";
  if ("at" in due || ("days" in reminder && reminder.time !== undefined)) return undefined;
  return "the task is due on a whole day: give days and a time of day";
}
