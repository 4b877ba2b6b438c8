import { z } from "zod";

// Half a surrogate pair is kept by no store as it is.
const whole = z.refine<string>((said) => said.isWellFormed(), {
  error: "holds half of a character",
});
const atMost = (max: number) =>
  z.refine<string>((said) => said.length <= max || isShort(said, max), {
    error: `at most ${max} characters`,
  });
// A code point has one or two code units: what is longer need not be taken apart.
const isShort = (said: string, max: number): boolean =>
  said.length <= 2 * max && Array.from(said).length <= max;
const oneLine = z.overwrite<string>((said) => said.replaceAll(/[\p{Cc}\s]+/gu, " ").trim());

/** What someone says or looks for: as it is written, but for the space around it. Never empty. */
export const said = (max: number) =>
  z
    .string()
    .trim()
    .check(z.minLength(1, "must not be empty"), whole, atMost(max))
    .meta({ maxLength: max, pattern: "\\S" });

/** Text as it was kept before half characters were refused: each becomes U+FFFD. */
export const KeptText = z.string().overwrite((kept) => kept.toWellFormed());

/** Text of at most `max` characters, counted in code points as JSON Schema does: one emoji is one. */
export const text = (max: number) => z.string().check(whole, atMost(max)).meta({ maxLength: max });

/** The same in one line: line breaks, tabs and other control characters become a space. Never empty. */
export const line = (max: number) =>
  z
    .string()
    .check(oneLine, z.minLength(1, "must not be empty"), whole, atMost(max))
    .meta({ maxLength: max, pattern: "\\S" });
