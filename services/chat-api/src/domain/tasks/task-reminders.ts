import {
  atFault,
  type FieldError,
  fieldsWithin,
  isRefusal,
  type Refusal,
  type Task,
  type TaskReminder,
  type TaskReminderInput,
} from "@todo-mesh/contracts";
import { canCountFrom, resolveMoment } from "@todo-mesh/recurrence";
import { same } from "./same.ts";

/** Reminders as they are kept, each once; or the field that keeps one from being one. */
export type ResolvedReminders =
  { readonly kind: "reminders"; readonly reminders: TaskReminder[] } | Refusal;

/** Those that are sent back as they are kept stay so. */
export function resolveReminders(
  inputs: readonly TaskReminderInput[],
  kept: readonly TaskReminder[] = [],
): ResolvedReminders {
  const reminders: TaskReminder[] = [];
  for (const [at, input] of inputs.entries()) {
    const resolved = kept.find((known) => same(known, input)) ?? resolve(input);
    if (isRefusal(resolved)) return atFault(...fieldsWithin(String(at), resolved));
    if (!reminders.some((known) => same(known, resolved))) reminders.push(resolved);
  }
  return { kind: "reminders", reminders };
}

function resolve(input: TaskReminderInput): TaskReminder | Refusal {
  if ("minutes" in input || "days" in input) return input;
  const resolved = resolveMoment(input);
  return resolved.kind === "due" ? resolved.due : atFault(resolved);
}

type Rings = Pick<Task, "due" | "reminders" | "nag">;
type RingsEdit = { readonly [Field in keyof Rings]?: Rings[Field] | null | undefined };

/** All that keeps a task from being reminded of as it says. */
export function reminderFaults({ due, reminders, nag }: Rings): FieldError[] {
  const faults = (reminders ?? []).flatMap((reminder, at) => {
    const message = misfitOf(reminder, due);
    return message === undefined ? [] : [{ field: `reminders.${at}`, message }];
  });
  const ofNag = { field: "nag", message: "nothing rings: give a due time or a reminder as well" };
  return nag && !rings({ due, reminders }) ? [...faults, ofNag] : faults;
}

/** Whether a reminder is left that can ring. */
const rings = ({ due, reminders }: RingsEdit): boolean =>
  reminders
    ? reminders.some((reminder) => misfitOf(reminder, due) === undefined)
    : Boolean(due && "at" in due);

/**
 * What goes along with what is taken away: with the due time the reminders that are counted from it, and with the last
 * thing that rings the nag. What the edit names itself stays as it says.
 */
export function goneWith(task: Rings, edit: RingsEdit): RingsEdit {
  const gone =
    edit.due === null && edit.reminders === undefined
      ? { reminders: uncounted(task.reminders) }
      : undefined;
  if (edit.nag !== undefined || !takesAway(edit)) return gone ?? {};
  const left = { ...task, ...named(edit), ...gone };
  return rings(left) ? { ...gone } : { ...gone, nag: null };
}

const takesAway = ({ due, reminders }: RingsEdit): boolean =>
  due === null || reminders === null || reminders?.length === 0;

const named = (edit: RingsEdit): RingsEdit =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));

/** Those at moments of their own. None is left: it rings when it is due again, as if nothing had been said. */
function uncounted(reminders: Task["reminders"]): RingsEdit["reminders"] {
  const own = reminders?.filter((reminder) => misfitOf(reminder, undefined) === undefined);
  return own?.length === 0 && reminders?.length !== 0 ? null : own;
}

function misfitOf(reminder: TaskReminder, due: RingsEdit["due"]): string | undefined {
  if ("at" in reminder) return undefined;
  if (!due) return "is counted from the due time, and there is none: give a due time or a moment";
  if (canCountFrom("at" in due ? "time" : "day", reminder)) return undefined;
  return "the task is due on a whole day: give days and a time of day";
}
