import type { Due, Task, TaskOccurrences } from "@todo-mesh/contracts";
import { occurrenceOf } from "@todo-mesh/recurrence";
import { same } from "./same.ts";

/*
 * A date of a series is known by its place in the rule, wherever it was moved by hand: RFC 5545 calls that place its
 * RECURRENCE-ID. What became of each date is kept with the task: the last five in the task itself, so that undo takes
 * them along like any field; what these push out is kept beside it.
 */

const MOST_RECENT = 5;

const NONE: TaskOccurrences = { done: 0, skipped: 0, moved: 0, recent: [] };

/** What this version knows to become of a date. */
export type DateState = "done" | "skipped" | "moved";

interface Became {
  readonly state: DateState;
  readonly due: Due;
  readonly at: string;
  readonly changeId: string;
}

/** What is known of the dates of a task, and that this became of one more. */
export function withOccurrence(
  known: TaskOccurrences = NONE,
  { state, due: { occurrence, ...due }, at, changeId }: Became,
): TaskOccurrences {
  const entry = {
    occurrence: occurrenceOf({ ...due, ...(occurrence && { occurrence }) }),
    state,
    at,
    change_id: changeId,
    ...((occurrence ?? state === "moved") && { due }),
  };
  return {
    ...known,
    [state]: known[state] + 1,
    ...(state === "done" && { done_at: at }),
    recent: [...known.recent, entry].slice(-MOST_RECENT),
  };
}

/** The same, without the completion of that date, if that came last. */
export function withoutCompletion({ occurrences, due }: Task): TaskOccurrences | undefined {
  const last = occurrences?.recent.at(-1);
  if (!occurrences || !due || last?.state !== "done") return occurrences;
  if (!same(last.occurrence, occurrenceOf(due))) return occurrences;
  const recent = occurrences.recent.slice(0, -1);
  const before = recent.findLast(({ state }) => state === "done");
  const { done_at: _, ...rest } = occurrences;
  return { ...rest, done: rest.done - 1, ...(before && { done_at: before.at }), recent };
}

/** How many dates are kept beside the task, for it has newer ones. What a newer version counts elsewhere is not known. */
export const olderOf = (known: TaskOccurrences | undefined): number =>
  known ? Math.max(0, known.done + known.skipped + known.moved - known.recent.length) : 0;
