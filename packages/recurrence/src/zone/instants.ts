import type { Zone } from "../types.ts";
import { offsetAt, type Span, spansOf } from "./offsets.ts";

// All in seconds. No zone was ever further than 16 hours from UTC, or moved its clocks by more than 24 (the date line).
const FARTHEST = 16 * 3600;
const LONGEST_GAP = 25 * 3600;

export interface Placed {
  readonly at: number;
  /** The clock jumps over this wall time: `at` is later by the gap. */
  readonly inGap: boolean;
  /** The clock shows this wall time a second time, at this instant. */
  readonly again?: number;
}

/** When a wall time happens: moved forward by a gap, the first time in a fold. */
export function place(zone: Zone, wall: number): Placed {
  const spans = spansOf(zone, wall - FARTHEST, wall + FARTHEST);
  const only = spans[0];
  if (spans.length === 1 && only !== undefined) return { at: wall - only.offset, inGap: false };
  return placeAmong(spans, wall);
}

function placeAmong(spans: readonly Span[], wall: number): Placed {
  const shown: number[] = [];
  // In a gap the clock before it is thought to go on: the last one that was already past its end.
  let moved = wall;
  for (const [index, { from, offset }] of spans.entries()) {
    const candidate = wall - offset;
    if (index > 0 && candidate < from) break;
    if (candidate < endOf(spans, index)) shown.push(candidate);
    else moved = candidate;
  }
  const [at, again] = shown;
  if (at === undefined) return { at: moved, inGap: true };
  return again === undefined ? { at, inGap: false } : { at, inGap: false, again };
}

const endOf = (spans: readonly Span[], index: number): number => spans[index + 1]?.from ?? Infinity;

/** No wall time before this one happens after that instant, not even one that a gap has moved. */
export function earliestWallAfter(zone: Zone, instant: number): number {
  const offsets = spansOf(zone, instant - LONGEST_GAP, instant)
    .filter((span) => span.from <= instant)
    .map((span) => span.offset);
  return instant + Math.min(offsetAt(zone, instant), ...offsets);
}

/** No wall time after this one happens before that instant. */
export function latestWallBefore(zone: Zone, instant: number): number {
  const spans = spansOf(zone, instant - LONGEST_GAP, instant + LONGEST_GAP);
  return instant + Math.max(...spans.map((span) => span.offset));
}
