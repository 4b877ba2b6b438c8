import { textAt, type Token } from "../text/tokens.ts";
import type { ContextWords } from "./context-words.ts";

const CURRENCY = new Set(["#", "$", "€", "£", "¥"]);
// Glued on both sides, these make one thing of two: "3.10", "e-mail", "a/b", "x@y".
const TIES = new Set(["%", ".", "-", "/", ":", "_", "+", "@", "&", "=", "*", "\\", "'"]);
const MEASURES = new Set(["%", "°", "$", "€", "£"]);
const NOT_CLOSING = new Set([...MEASURES, "#", "*", "+", "=", "@", "^", "<", ">"]);
const BEGINNING = new Set([".", "!", "?", ":", ";", ",", "–", "-", "(", "…", '"', "•", "*"]);

const isNumber = (token: Token | undefined): boolean => token?.kind === "number";
const isAlnum = (token: Token | undefined): boolean => token?.kind === "word" || isNumber(token);

/** Whether what begins here is the rest of something else: "9" of "Room9", "10" of "3.10". */
export function isTiedBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const first = tokens[at];
  if (!first?.glued || before === undefined) return false;
  if (isAlnum(before)) return first.text !== ",";
  return CURRENCY.has(before.text) || isTie(tokens, at - 1);
}

/** A mark that is glued to a word before it; but after "note:" something new begins. */
function isTie(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const before = tokens[at - 1];
  if (!mark?.glued || !isAlnum(before)) return false;
  return TIES.has(mark.text) && !(mark.text === ":" && before?.kind === "word");
}

/** Whether what ends before `end` goes on into something else: "6" of "6,000" or "6%". */
export function isTiedAfter(tokens: readonly Token[], end: number): boolean {
  const next = tokens[end];
  if (next === undefined || !next.glued) return false;
  if (isAlnum(next)) return isAlnum(tokens[end - 1]);
  return MEASURES.has(next.text) || isTieTo(tokens, end);
}

function isTieTo(tokens: readonly Token[], at: number): boolean {
  const beyond = tokens[at + 1];
  if (!beyond?.glued || !isAlnum(beyond)) return false;
  const mark = textAt(tokens, at);
  return mark === "," ? isNumber(tokens[at - 1]) && isNumber(beyond) : TIES.has(mark);
}

/** Whether a phrase that ends here is at its end: the text, a mark or a word like "to" follows. */
export function isShut(tokens: readonly Token[], end: number, around: ContextWords): boolean {
  const next = tokens[end];
  if (next === undefined || next.kind === "other") return true;
  if (next.kind === "mark") return !NOT_CLOSING.has(next.text);
  return around.followers.has(next.text);
}

/** Whether a clause begins here. */
export function isClauseStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "other" || BEGINNING.has(before.text);
}

/** Whether the number before `end` counts or names what follows: "2 options", "9 Elm Street", "3rd floor". */
export function countsWhatFollows(
  tokens: readonly Token[],
  end: number,
  around: ContextWords,
): boolean {
  const next = tokens[end];
  if (next?.kind !== "word" || !endsInNumber(tokens, end, around)) return false;
  if (around.counted.has(next.text) || isPlural(next.text, around)) return true;
  if (around.followers.has(next.text)) return false;
  return [1, 2].some((n) => around.streets.has(textAt(tokens, end + n)));
}

function endsInNumber(
  tokens: readonly Token[],
  end: number,
  { numbers, ordinalEnds }: ContextWords,
): boolean {
  if (isNumber(tokens[end - 1])) return true;
  const last = textAt(tokens, end - 1);
  return numbers.has(last) || (isNumber(tokens[end - 2]) && ordinalEnds.has(last));
}

const NO_PLURAL = /(?:ss|us|'s)$/;

const isPlural = (word: string, { uncounted, pluralEnd }: ContextWords): boolean =>
  pluralEnd !== "" &&
  word.length > 3 &&
  word.endsWith(pluralEnd) &&
  !NO_PLURAL.test(word) &&
  !uncounted.has(word);
