import { z } from "zod";

// Half a surrogate pair is kept by no store as it is.
const whole = z.refine<string>((said) => said.isWellFormed(), {
  error: "holds half of a character",
});
const atMost = (max: number) =>
  z.refine<string>((said) => said.length <= max || isShort(said, max), {
    error: `at most ${max} characters`,
  });
// Neither space, nor a control, nor what Unicode lets be ignored (zero-width characters, variation selectors, fillers of
// Hangul), nor a sign that is blank: braille without dots, marks of annotations, a note without a head.
const SEEN = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}]/u;
/**
 * The same for a JSON Schema, as the inside of a class of characters: code points by number and of the first plane only,
 * for validators in other languages know no more (JSON Schema 2020-12, Core 6.4).
 */
export const UNSEEN = String.raw`\s\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb`;
const SEEN_PATTERN = `[^${UNSEEN}]`;
const seen = z.refine<string>(isSeen, "must have something in it that can be seen");
const notEmpty = z.minLength(1, { error: "must not be empty", abort: true });
// A code point has one or two code units: what is longer need not be taken apart.
const isShort = (said: string, max: number): boolean =>
  said.length <= 2 * max && Array.from(said).length <= max;
const oneLine = z.overwrite<string>((said) => said.replaceAll(/[\p{Cc}\s]+/gu, " ").trim());

/** Whether a text has anything in it that people can see. */
export function isSeen(text: string): boolean {
  return SEEN.test(text);
}

/** The text from the first character on that people can see; nothing where there is none. */
export function fromFirstSeen(text: string): string {
  const first = text.search(SEEN);
  return first < 0 ? "" : text.slice(first);
}

/** What someone says or looks for: as it is written, but for the space around it. Something in it can be seen. */
export const said = (max: number) =>
  z
    .string()
    .trim()
    .check(notEmpty, seen, whole, atMost(max))
    .meta({ maxLength: max, pattern: SEEN_PATTERN });

/** Text as it was kept before half characters were refused: each becomes U+FFFD. */
export const KeptText = z.string().overwrite((kept) => kept.toWellFormed());

/** Text of at most `max` characters, counted in code points as JSON Schema does: one emoji is one. */
export const text = (max: number) => z.string().check(whole, atMost(max)).meta({ maxLength: max });

/** The same in one line: line breaks, tabs and other control characters become a space. Something in it can be seen. */
export const line = (max: number) =>
  z
    .string()
    .check(oneLine, notEmpty, seen, whole, atMost(max))
    .meta({ maxLength: max, pattern: SEEN_PATTERN });

/** A line as it was kept before those that nobody sees were refused. */
export const keptLine = (max: number) =>
  z.string().check(oneLine, notEmpty, whole, atMost(max)).meta({ maxLength: max, pattern: "\\S" });
