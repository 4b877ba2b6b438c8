import { describe, expect, test } from "@jest/globals";
import { assert, pre, property } from "fast-check";
import { occurrences } from "../../src/index.ts";
import { aRule, aStart } from "./a-rule.ts";
import { aSeries } from "./dates.ts";
import { byRrule, byRruleTemporal, type Expand } from "./neighbours.ts";

const MANY = 8;
const TIMES = { numRuns: 200 };

/** None where a rule is refused because it never comes; refused for anything else it would be a fault of ours. */
function foundOf(rule: string, start: string): string[] {
  const answer = occurrences(aSeries({ rule, start }), { count: MANY });
  if (!("refused" in answer)) return answer.map(({ local }) => local);
  expect(answer.refused).toContain("falls on so few dates");
  return [];
}

/** In UTC, which has neither gaps nor folds: those are where both are known to be wrong. */
const comparison = (expand: Expand, isRightAbout: (rule: string) => boolean) => (): void =>
  assert(
    property(aRule, aStart, (rule, start) => {
      pre(isRightAbout(rule));
      const ours = foundOf(rule, start);
      // Others search long for what is rare, or give up.
      pre(ours.length === MANY && (ours.at(-1) ?? "") < "2060");
      expect(expand(rule, start, MANY)).toEqual(ours);
    }),
    TIMES,
  );

describe("other libraries agree on what they are right about", () => {
  test("what never comes is found to be so, whichever way it is written", () => {
    expect(foundOf("FREQ=HOURLY;INTERVAL=7;BYDAY=MO;BYHOUR=1", "2020-08-26T22:00:00")).toEqual([]);
  });

  test("rrule-temporal, unless two parts choose among the days of a year", () => {
    const twoParts = /FREQ=YEARLY.*(BYYEARDAY|BYDAY.*BYMONTHDAY|BYMONTHDAY.*BYDAY)/;
    expect(comparison(byRruleTemporal, (rule) => !twoParts.test(rule))).not.toThrow();
  });

  test("rrule, unless a rule goes by hours or less, or has a BYSETPOS", () => {
    const notRight = /BYSETPOS|HOURLY|MINUTELY|SECONDLY/;
    expect(comparison(byRrule, (rule) => !notRight.test(rule))).not.toThrow();
  });
});
