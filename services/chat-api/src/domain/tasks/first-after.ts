import type { Task } from "@todo-mesh/contracts";
import type { Order, Place } from "./task-order.ts";

export interface Placed {
  readonly task: Task;
  readonly place: Place;
}

interface Wanted {
  readonly order: Order;
  readonly isWanted: (task: Task) => boolean;
  readonly after?: Place | undefined;
  readonly count: number;
}

/**
 * The first `count` wanted tasks after a place, of parts that are in order each for itself. A part is left as soon
 * as it has come past the last of those found, so of a long list most is never looked at. May rest after each part.
 */
export function* firstAfter<Part>(
  parts: Iterable<Part>,
  sorted: (part: Part) => readonly Task[],
  wanted: Wanted,
): Generator<undefined, Placed[]> {
  const first: Placed[] = [];
  for (const part of parts) {
    takeFrom(sorted(part), first, wanted);
    yield;
  }
  return first;
}

function takeFrom(
  part: readonly Task[],
  first: Placed[],
  { order, isWanted, after, count }: Wanted,
): void {
  const { isBefore, placeOf } = order;
  const begin = after ? numberOf(part, (task) => !isBefore(after, placeOf(task))) : 0;
  for (const task of part.slice(begin)) {
    if (!isWanted(task)) continue;
    const place = placeOf(task);
    const last = first.length === count ? first.at(-1) : undefined;
    if (last && !isBefore(place, last.place)) return;
    first.splice(
      numberOf(first, (known) => isBefore(known.place, place)),
      0,
      { task, place },
    );
    if (last) first.pop();
  }
}

/** How many items at the beginning of a sorted list are so. */
function numberOf<Item>(sorted: readonly Item[], isSo: (item: Item) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = sorted[middle];
    if (item !== undefined && isSo(item)) from = middle + 1;
    else to = middle;
  }
  return from;
}
