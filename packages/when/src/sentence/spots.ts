import { findMatches } from "../grammar/match-rules.ts";
import type { Found, ParseState } from "../grammar/parse-state.ts";
import type { Facts } from "../grammar/facts.ts";
import { textAt } from "../text/tokens.ts";
import { isTiedAfter, isTiedBefore } from "./borders.ts";
import type { ContextWords } from "./context-words.ts";

/** Where in a sentence a phrase stands. */
export interface Spot {
  readonly state: ParseState;
  readonly around: ContextWords;
  readonly from: number;
  readonly to: number;
  readonly facts: Facts;
  /** Right behind another time. */
  readonly afterTime: boolean;
  /** The first token after the lead-in. */
  readonly leadIn: number;
}

// Most words are no part of a time.
const NOTHING: readonly never[] = [];

/** All that may be a part here, the longest first. */
export function findAll(state: ParseState, at: number): readonly Found<"part">[] {
  const { tokens } = state;
  // Before any rule is tried: all of "1.1.1.1" but its first number is tied.
  if (isTiedBefore(tokens, at)) return NOTHING;
  const found = findMatches(state, at);
  if (found.length === 0) return NOTHING;
  return found.filter(({ end }) => !isTiedAfter(tokens, end));
}

/** Whether nothing but a word or two like "and", "at" or a comma lies between. */
export function isBeside(
  { tokens }: ParseState,
  { joints }: ContextWords,
  [from, to]: readonly [number, number],
): boolean {
  return to - from <= 2 && tokens.slice(from, to).every(({ text }) => joints.has(text));
}

/** Where words that look like a time and are none end: "24/7". */
export function idiomEnd(
  { tokens, source }: ParseState,
  { idioms }: ContextWords,
  at: number,
): number | undefined {
  // A capital letter in an idiom is one in the text: "in 3D".
  const isWord = (word: string, n: number): boolean =>
    tokens[at + n]?.text === word.toLowerCase() &&
    (word === word.toLowerCase() || source.startsWith(word, tokens[at + n]?.start));
  const idiom = idioms.get(textAt(tokens, at))?.find((words) => words.every(isWord));
  return idiom && at + idiom.length;
}

/** The word right before, or before the mark there: "room: 12" is "room 12". */
export function wordBefore({ state: { tokens }, from }: Spot): string {
  const before = textAt(tokens, from - 1);
  return before === ":" || before === "#" ? textAt(tokens, from - 2) : before;
}
