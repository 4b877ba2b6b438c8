// What a sender wrote may turn or hide the text of a terminal; it is shown by its number.
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text of somebody else's, of which nothing but itself is seen in a terminal. */
export const plain = (text: string): string =>
  text.replaceAll(UNSEEN, (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ""}}`);

/** Tells people (or, in one piece, a program) what came of it; `aside` is for what is no part of that. */
export const say = {
  line: (text: string): void => void process.stdout.write(`${text}\n`),
  json: (what: unknown): void => void process.stdout.write(`${JSON.stringify(what)}\n`),
  aside: (text: string): void => void process.stderr.write(`${text}\n`),
};
