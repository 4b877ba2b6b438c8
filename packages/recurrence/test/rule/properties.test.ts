import { describe, expect, test } from "@jest/globals";
import { type Arbitrary, assert, constant, property, record } from "fast-check";
import { type Occurrence, occurrences, type Recurrence, toInstant } from "../../src/index.ts";
import { aRule, aStart, aZone } from "./a-rule.ts";

const MANY = 12;
const series: Arbitrary<Recurrence> = record({
  rule: aRule,
  start: aStart,
  timezone: aZone,
  from: constant("schedule"),
});

/** The first dates; a rule that is refused for being too rare has none to speak of. */
const first = (of: Recurrence, after?: number): readonly Occurrence[] => {
  const from = after === undefined ? {} : { after: new Date(after) };
  const answer = occurrences(of, { count: MANY, ...from });
  return "refused" in answer ? [] : answer;
};

const times = (dates: readonly Occurrence[]): number[] => dates.map(({ at }) => at.getTime());

const holds = (check: (of: Recurrence, dates: readonly Occurrence[]) => void): void =>
  assert(
    property(series, (of) => check(of, first(of))),
    { numRuns: 300 },
  );

describe("whatever the rule", () => {
  test("each date is strictly later than the one before, and none is before the start", () => {
    holds(({ start, timezone }, dates) => {
      const all = times(dates);
      const before = [toInstant(start, timezone).getTime() - 1, ...all];
      expect(all.every((at, index) => at > (before[index] ?? at))).toBe(true);
    });
  });

  test("its instant is that of the wall time it says", () => {
    holds(({ timezone }, dates) => {
      expect(times(dates)).toEqual(dates.map(({ local }) => toInstant(local, timezone).getTime()));
    });
  });

  test("asking from any date on gives the same as leaving out what came before", () => {
    holds((of, dates) => {
      const all = times(dates);
      for (const [index, at] of all.entries()) {
        const later = all.slice(index + 1);
        expect(times(first(of, at)).slice(0, later.length)).toEqual(later);
        expect(times(first(of, at - 1)).slice(0, later.length + 1)).toEqual([at, ...later]);
      }
    });
  });

  test("asking from between two dates gives the second", () => {
    holds((of, dates) => {
      const [one = 0, other = 0] = times(dates);
      const [next = 0] = times(first(of, (one + other) / 2));
      expect(next).toBe(other);
    });
  });

  test("before is where it ends", () => {
    holds((of, dates) => {
      const end = dates.at(-1)?.at ?? new Date(0);
      const answer = occurrences(of, { before: end, count: MANY });
      expect(answer).toEqual(dates.slice(0, -1));
    });
  });

  test("UNTIL the instant of a date ends with that date", () => {
    holds((of, dates) => {
      const last = dates[7]?.at ?? new Date("2019-01-01T00:00:00Z");
      const until = last.toISOString().replace(/[-:]|\.\d+/g, "");
      const expected = dates[7] === undefined ? [] : times(dates.slice(0, 8));
      expect(times(first({ ...of, rule: `${of.rule};UNTIL=${until}` }))).toEqual(expected);
    });
  });

  test("COUNT gives the first so many, from wherever it is asked", () => {
    holds((of, dates) => {
      const counted = { ...of, rule: `${of.rule};COUNT=7` };
      const all = times(first(counted));
      expect(all).toEqual(times(dates).slice(0, all.length));
      // Two wall times may fall on one instant where a gap moves the first: COUNT counts both.
      const fewest = of.timezone === "UTC" ? Math.min(7, dates.length) : 0;
      expect(all.length).toBeGreaterThanOrEqual(fewest);
      expect(all.length).toBeLessThanOrEqual(7);
      for (const [index, at] of all.entries())
        expect(times(first(counted, at))).toEqual(all.slice(index + 1));
    });
  });

  test("EXDATE takes a date away, RDATE adds one, and neither changes another", () => {
    holds((of, dates) => {
      const [, second] = dates;
      if (second === undefined) return;
      const without = first({ ...of, exdates: [second.local] });
      const others = times(dates).filter((at) => at !== second.at.getTime());
      expect(times(without).slice(0, others.length)).toEqual(others);
      const back = first({ ...of, rule: `${of.rule};COUNT=1`, rdates: [second.local] });
      expect(times(back)).toEqual(times(dates).slice(0, 2));
    });
  });
});
