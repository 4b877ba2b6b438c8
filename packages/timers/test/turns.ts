import { CRASHES } from "@todo-mesh/ports/testing";
import * as fc from "fast-check";
import { HOUR, MINUTE, SECOND } from "./a-world.ts";

const delayMs = mostly([-MINUTE, 0, 3 * SECOND, 50 * SECOND, 90 * SECOND, 12 * MINUTE], 26 * HOUR);
const waitMs = mostly(
  [0, 500, SECOND, 5 * SECOND, 15 * SECOND, 61 * SECOND, 10 * MINUTE],
  25 * HOUR,
);
const who = fc.nat({ max: 1 });

// A day costs the sweeper 23 000 heads, so that few plays may take one.
function mostly(near: readonly number[], far: number) {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...near), weight: 40 },
    { arbitrary: fc.constant(far), weight: 1 },
  );
}
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 1 });

const Change = fc.record({
  who,
  name: fc.constantFrom("tea", "milk", "mum"),
  /** Null cancels. */
  delayMs: fc.option(delayMs, { freq: 4 }),
  group: fc.constantFrom(undefined, "her", "him"),
});
export type Change = typeof Change extends fc.Arbitrary<infer Value> ? Value : never;

const Visit = fc.record({ who, what: fc.constantFrom("ring", "sweep", "sweep", "tend") });
export type Visit = typeof Visit extends fc.Arbitrary<infer Value> ? Value : never;

/** Some time passes, something may break, and then all that is asked for happens at once. */
export const Turn = fc.record({
  waitMs,
  away: seldom(fc.constantFrom("store", "scheduler", "scheduler's data", "half of an answer")),
  doom: seldom(fc.record({ who, crash: fc.constantFrom(...CRASHES) })),
  changes: fc.array(Change, { maxLength: 1 }),
  visits: fc.array(Visit, { maxLength: 4 }),
});
export type Turn = typeof Turn extends fc.Arbitrary<infer Value> ? Value : never;
