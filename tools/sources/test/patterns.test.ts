import { describe, expect, test } from "@jest/globals";
import { fasterThanLinear } from "../src/growth.ts";
import { madeAtRunTime, patternsOfTheCode } from "../src/patterns.ts";

// A round over the whole of the code takes some seconds.
const PATIENCE_MS = 120_000;

describe("the work of a regular expression grows with the length of the text, and no faster:", () => {
  test(
    "that is so for every one of the code, on long runs of every class of characters",
    () => {
      const patterns = patternsOfTheCode();
      expect(patterns.length).toBeGreaterThan(80);
      const bad = patterns.flatMap(({ path, source, flags }) => {
        const on = fasterThanLinear(source, flags);
        return on ? [{ path, source, flags, on }] : [];
      });
      expect(bad).toEqual([]);
    },
    PATIENCE_MS,
  );

  test("none is made at run time, where nobody finds it", () => {
    expect(madeAtRunTime()).toEqual([]);
  });

  test.each([
    ["[, ]+(?:please|thanks|thank you)$", "i"],
    ["[ ,;:]+$", ""],
    ["\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*", "gi"],
    ["“[^”]*”", "g"],
    ["(?<=\\b(?:bearer|basic)\\s+)[\\w+/=.~-]+", "gi"],
    ["\\s+$", "u"],
    ["^(?:a|a)+$", ""],
  ])(
    "%s is seen not to be so",
    (source, flags) => {
      expect(fasterThanLinear(source, flags)).toBeDefined();
    },
    PATIENCE_MS,
  );
});
