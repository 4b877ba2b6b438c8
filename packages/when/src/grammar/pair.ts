import type { Token } from "../text/tokens.ts";

/** Two tokens that stand beside each other; the second may be the end of the text. */
export interface Pair {
  readonly one: Token;
  readonly two: Token | undefined;
  /** Pairs with the same sign can begin the same phrases. */
  readonly sign: string;
}

/** How far words may reach into a pair: they can end between the two, or go on with the second. */
export const ENDS_BETWEEN = 1;
export const GOES_ON = 2;

// Some numbers are told by how many digits they have.
const lengthOf = ({ kind, text }: Token): string =>
  kind === "number" ? `#${Math.min(text.length, 7)}` : "";

/** What can be known of a token without looking at what no rule knows. */
export const signOf = (token: Token, vocabulary: ReadonlySet<string>): string =>
  `${token.kind}${lengthOf(token)}${vocabulary.has(token.text) ? token.text : ""}`;

export function pairOf(one: Token, two: Token | undefined, vocabulary: ReadonlySet<string>): Pair {
  const rest = two ? ` ${two.glued ? "~" : ""}${signOf(two, vocabulary)}` : "";
  return { one, two, sign: signOf(one, vocabulary) + rest };
}
