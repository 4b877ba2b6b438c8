import type { Zone } from "../types.ts";
import { earliestWallAfter, latestWallBefore, place } from "../zone/instants.ts";
import type { Budget } from "./budget.ts";
import type { Series } from "./series.ts";
import { wallsOf } from "./walls.ts";

/**
 * The instants of a series in order, in seconds, each once; all of those after `after` and before `before`,
 * and perhaps some beyond.
 */
export function instantsOf(
  series: Series,
  { after, before }: { readonly after: number; readonly before: number },
  budget: Budget,
): Iterable<number> {
  const { plan, zone, added } = series;
  const from = earliestWallAfter(zone, after);
  const until = latestWallBefore(zone, Math.min(before, lastInstant(series) + 1));
  const last = plan.UNTIL?.kind === "wall" ? Math.min(plan.UNTIL.seconds, until) : until;
  const all = placed(wallsOf(plan, from, last, budget), zone);
  const ofRule = plan.UNTIL?.kind === "instant" ? upTo(plan.UNTIL.seconds, all) : all;
  return once(added.length > 0 ? merged(ofRule, added) : ofRule);
}

const lastInstant = ({ plan }: Series): number =>
  plan.UNTIL?.kind === "instant" ? plan.UNTIL.seconds : Infinity;

function* upTo(last: number, instants: Iterable<number>): Generator<number, void, undefined> {
  for (const at of instants) if (at <= last) yield at;
}

/** Wall times in order become instants in order: what a gap moves forward is overtaken by what stood after the gap. */
function* placed(walls: Iterable<number>, zone: Zone): Generator<number, void, undefined> {
  const moved: number[] = [];
  let passed = 0;
  for (const wall of walls) {
    const { at, inGap } = place(zone, wall);
    if (inGap) moved.push(at);
    else {
      for (; (moved[passed] ?? Infinity) <= at; passed += 1) yield moved[passed] ?? at;
      yield at;
    }
  }
  yield* moved.slice(passed);
}

/** Two ordered rows as one. */
function* merged(
  instants: Iterable<number>,
  added: readonly number[],
): Generator<number, void, undefined> {
  let next = 0;
  for (const at of instants) {
    for (; (added[next] ?? Infinity) < at; next += 1) yield added[next] ?? at;
    yield at;
  }
  yield* added.slice(next);
}

function* once(instants: Iterable<number>): Generator<number, void, undefined> {
  let latest = -Infinity;
  for (const at of instants) {
    if (at > latest) yield at;
    latest = at;
  }
}
