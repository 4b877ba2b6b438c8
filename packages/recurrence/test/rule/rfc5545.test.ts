import { describe, expect, test } from "@jest/globals";
import { toInstant } from "../../src/index.ts";
import { datesOf } from "./dates.ts";
import { expectedOf } from "./rfc5545/example.ts";
import { EXAMPLES } from "./rfc5545/examples.ts";

const NEW_YORK = "America/New_York";

describe("the examples of RFC 5545 §3.8.5.3", () => {
  const rows = EXAMPLES.flatMap((example) => example.rules.map((rule) => ({ ...example, rule })));

  test.each(rows)("$name: $rule", ({ rule, start, exdates = [], ...example }) => {
    const expected = expectedOf({ ...example, start, rules: [rule] });
    const series = { rule, start: `${start}T09:00:00`, timezone: NEW_YORK, exdates };

    const asked = example.goesOn === true ? expected.length : expected.length + 1;
    const dates = datesOf(series, { count: asked });

    expect(dates.map(({ local }) => local)).toEqual(expected);
    expect(dates.map(({ at }) => at)).toEqual(expected.map((wall) => toInstant(wall, NEW_YORK)));
  });
});
