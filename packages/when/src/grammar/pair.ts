import type { Token } from "../text/tokens.ts";

/** Two tokens that stand beside each other; the second may be the end of the text. */
export interface Pair {
  readonly one: Token;
  readonly two: Token | undefined;
  /** Pairs with the same sign can begin the same phrases. */
  readonly sign: number;
}

/** How far words may reach into a pair: they can end between the two, or go on with the second. */
export const ENDS_BETWEEN = 1;
export const GOES_ON = 2;

/** What can be known of a token without looking at what no rule knows; never 0. */
export type SignOf = (token: Token) => number;

// Some numbers are told by how many digits they have.
const MOST_DIGITS = 7;
const SIGNS = { word: 1, mark: 2, other: 3, number: 4 } as const;
const FIRST_OF_WORDS = SIGNS.number + MOST_DIGITS + 1;

/** A word of the vocabulary has a sign of its own. */
export function signsOf(vocabulary: ReadonlySet<string>): SignOf {
  const known = new Map(Array.from(vocabulary, (word, n) => [word, FIRST_OF_WORDS + n]));
  return ({ kind, text }) =>
    known.get(text) ?? SIGNS[kind] + (kind === "number" ? Math.min(text.length, MOST_DIGITS) : 0);
}

// More than there are words in a vocabulary.
const MOST_SIGNS = 2 ** 14;

export function pairOf(one: Token, two: Token | undefined, signOf: SignOf): Pair {
  const rest = two ? 2 * signOf(two) + Number(two.glued) : 0;
  return { one, two, sign: signOf(one) * 2 * MOST_SIGNS + rest };
}
