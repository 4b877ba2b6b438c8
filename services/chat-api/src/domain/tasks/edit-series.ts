import {
  atFault,
  type Due,
  isRefusal,
  type Repeat,
  type RepeatInput,
  type Task,
} from "@todo-mesh/contracts";
import {
  beginOf,
  dueOn,
  justBefore,
  lastOccurrence,
  occurrenceOf,
  occurrences,
  rollForward,
  startOfDay,
} from "@todo-mesh/recurrence";
import { datesOfDay, dayOf } from "./dates-of-day.ts";
import { type ResolvedRepeat, resolveRepeat } from "./repeat.ts";

/*
 * A series whose rule is changed goes on where it was: what was done or skipped does not come back at the new time.
 * On the day of the last date that has passed, as many dates of the new rule count as passed as of the old one, if
 * both have equally many then; else those until that moment.
 */

type Repeating = Task & { readonly due: Due; readonly repeat: Repeat };

/** The changed series, with the date that is due then. A date that was moved by hand stays where it was moved. */
export function continueSeries(task: Task, input: RepeatInput, now: Date): ResolvedRepeat {
  const resolved = resolveRepeat(input, now);
  const { due, repeat } = task;
  if (isRefusal(resolved) || !due || !repeat) return resolved;
  return resolved.repeat.from === "completion"
    ? (countedAnew(task, resolved.repeat, now) ?? resolved)
    : goOn({ ...task, due, repeat }, resolved.repeat, now);
}

function goOn(task: Repeating, edited: Repeat, now: Date): ResolvedRepeat {
  const { due } = task;
  const passed = passedBy(task, edited, now);
  const next = firstAfter(edited, later(passed, justBefore(edited, now)));
  if (!next) return atFault({ field: "rule", message: "has no date after those done" });
  const moved = due.occurrence && sameDay(edited, due.occurrence, passed);
  if (!moved) return { kind: "repeat", repeat: edited, due: dueOn(edited, next) };
  const occurrence = { at: moved.at.toISOString(), local: moved.local };
  return { kind: "repeat", repeat: edited, due: { ...due, occurrence } };
}

/** The date of the changed series that stands for one of before: the first from its day on that has not passed. */
function sameDay(edited: Repeat, date: { readonly local: string }, passed: Date | undefined) {
  const day = startOfDay(date.local, edited.timezone);
  return firstAfter(edited, later(passed, new Date(day.getTime() - 1)));
}

/** Counted from when it was done last, if that is known, and not before now. */
function countedAnew(task: Task, edited: Repeat, now: Date): ResolvedRepeat | undefined {
  const done = task.occurrences?.done_at;
  const rolled = done === undefined ? undefined : rollForward(edited, undefined, new Date(done));
  if (!rolled) return undefined;
  if (Date.parse(beginOf(rolled.due)) >= now.getTime()) return { kind: "repeat", ...rolled };
  return resolveRepeat(rolled.repeat, now);
}

/** The moment up to which the dates of the changed series have passed. */
function passedBy(task: Repeating, edited: Repeat, now: Date): Date | undefined {
  const last = lastPassed(task, now);
  if (!last) return undefined;
  const day = dayOf(last);
  const [had, has] = [datesOfDay(task.repeat, day), datesOfDay(edited, day)];
  const count = had.filter(({ at }) => at <= last.at).length;
  return (had.length === has.length ? has[count - 1]?.at : undefined) ?? last.at;
}

/** The last date that will not be asked for any more: before the one that is due, unless nobody ever got that far. */
function lastPassed({ due, repeat, ...task }: Repeating, now: Date) {
  const own = occurrenceOf(due);
  const at = new Date(own.at);
  if (task.status === "done") return { at, local: own.local };
  const recent = (task.occurrences?.recent ?? []).filter(({ state }) => state !== "moved");
  const known = recent.map(({ occurrence }) => ({ ...occurrence, at: new Date(occurrence.at) }));
  const byRule = lastOccurrence(repeat, { before: at });
  const isPassed = byRule && (hasGoneOn(task) || byRule.at >= now);
  const all = [...known.filter((each) => each.at < at), ...(isPassed ? [byRule] : [])];
  return all.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1);
}

const hasGoneOn = ({ occurrences: known }: Pick<Task, "occurrences">): boolean =>
  known !== undefined && known.done + known.skipped > 0;

function firstAfter(repeat: Repeat, after: Date): { at: Date; local: string } | undefined {
  const found = occurrences(repeat, { after, count: 1 });
  return "refused" in found ? undefined : found[0];
}

const later = (one: Date | undefined, other: Date): Date => (one && one > other ? one : other);
