import { type Refusal, refuse, type Task, type TaskReminder } from "@todo-mesh/contracts";
import { canCountFrom, instantOf, momentFrom } from "@todo-mesh/recurrence";
import { because } from "./reasons.ts";
import type { Made } from "./task-change.ts";
import { isOpen } from "./task-list.ts";
import { remembered } from "./words.ts";

const YEARS_AHEAD = 10;
const MINUTE_MS = 60_000;

type Parts = readonly ReadonlyMap<string, Task>[];

/** A reminder of a task, by the field that asks for it: when it rings next, and until when it does. */
interface Ring {
  readonly field: string;
  readonly next: number;
  readonly last: number;
}

const AT_THE_DUE_TIME: TaskReminder = { minutes: 0 };

// That of a series is one that waits, however often it will ring.
const ringsOf = remembered((task: Task): readonly Ring[] => {
  if (!isOpen(task)) return [];
  const { repeat, reminders } = task;
  const byDue = repeat ? "repeat" : "due";
  return (reminders ?? [AT_THE_DUE_TIME]).flatMap((reminder, at) => {
    const next = momentOf(reminder, task);
    if (next === undefined) return [];
    const isSeries = repeat?.from === "schedule" && !("at" in reminder);
    const field = reminders ? `reminders.${at}` : byDue;
    return [{ field, next, last: isSeries ? Infinity : next }];
  });
});

function momentOf(reminder: TaskReminder, { due }: Task): number | undefined {
  if ("at" in reminder) return Date.parse(reminder.at);
  if (!due || !canCountFrom("at" in due ? "time" : "day", reminder)) return undefined;
  const at = instantOf(due);
  // Most are told so, and no wall clock has to be looked at.
  if ("minutes" in reminder) return at.getTime() + reminder.minutes * MINUTE_MS;
  return momentFrom({ at, timezone: due.timezone }, reminder).at.getTime();
}

// A change touches one part of a long list: the others are not looked through again.
const ringsIn = remembered((part: Parts[number]) => [...part.values()].flatMap(ringsOf));

const pendingIn = (rings: readonly Ring[], now: Date): number =>
  rings.filter(({ last }) => last > now.getTime()).length;

// Who does what was set before is never held back by it.
const GOES_ON: readonly string[] = ["completed", "skipped"];

interface Limit {
  /** How many reminders may be still to ring for a person, over all of their tasks. */
  readonly most: number;
  readonly now: Date;
}

/** Why a change would leave more reminders to ring than a person may have; undefined when it does not, or makes it no worse. */
export function tooManyPending(
  parts: Parts,
  { verb, before, task }: Made,
  { most, now }: Limit,
): Refusal | undefined {
  const more = pendingIn(ringsOf(task), now) - (before ? pendingIn(ringsOf(before), now) : 0);
  if (more <= 0 || GOES_ON.includes(verb)) return undefined;
  const known = parts.reduce((sum, part) => sum + pendingIn(ringsIn(part), now), 0);
  if (known + more <= most) return undefined;
  const field = ringsOf(task)[0]?.field.split(".")[0] ?? "reminders";
  const message = because("most-pending", most, known + more);
  return refuse("conflict", message, [{ field, message }]);
}

/** Why a change would let a reminder ring too far ahead, with the field that does; what was there before may stay. */
export function tooFarAhead({ verb, before, task }: Made, now: Date): Refusal | undefined {
  if (verb !== "created" && verb !== "updated") return undefined;
  const had = new Set(before ? ringsOf(before).map(({ next }) => next) : []);
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + YEARS_AHEAD);
  const far = ringsOf(task).find(({ next }) => next > last.getTime() && !had.has(next));
  if (!far) return undefined;
  const message = because("too-far", YEARS_AHEAD);
  return refuse("invalid", message, [{ field: far.field, message }]);
}
