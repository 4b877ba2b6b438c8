import type { Facts } from "../grammar/facts.ts";
import type { PositionRule } from "../grammar/language.ts";
import type { ParseState } from "../grammar/parse-state.ts";
import { stands } from "./position-rules.ts";
import { findAll, idiomEnd, isBeside } from "./spots.ts";
import { quoted, wholeQuote } from "./quotes.ts";
import type { ContextWords } from "./context-words.ts";

/** A run of tokens, from `from` up to `to`, that says something about time. */
export interface Part {
  readonly facts: Facts;
  readonly from: number;
  readonly to: number;
  readonly place: PositionRule;
}

// A sentence with more times than these is no task.
const MOST_PARTS = 24;

/** All that a text says about time, from left to right. Linear: each place is looked at once, or twice. */
export function findParts(
  state: ParseState,
  around: ContextWords,
  { leadIn, withPerhaps }: Way,
): readonly Part[] {
  const isQuoted = quoted(state.tokens);
  const scan = (withRepeat: boolean): readonly Part[] => {
    const parts: Part[] = [];
    for (let at = 0; at < state.tokens.length && parts.length < MOST_PARTS;) {
      const last = parts.at(-1);
      const way = { around, leadIn, withRepeat, withPerhaps, last };
      const part = isQuoted(at) ? undefined : partAt(state, at, way);
      if (part) parts.push(part);
      at = part?.to ?? idiomEnd(state, around, at) ?? at + 1;
    }
    return parts;
  };
  const parts = scan(true);
  // Where nothing repeats, "ends Friday" is no end of a series.
  const repeats = parts.some(({ facts }) => facts.repeat);
  return repeats || parts.every(({ place }) => place !== "repeat") ? parts : scan(false);
}

/** A sentence that is a time in quotes, and nothing else. */
export function quotedTime(state: ParseState, around: ContextWords): readonly Part[] {
  const quote = wholeQuote(state.tokens);
  if (!quote) return [];
  const scan = { around, leadIn: 1, withRepeat: true, withPerhaps: false, last: undefined };
  const part = partAt(state, quote.from + 1, scan);
  return part?.to === quote.to ? [part] : [];
}

/** How a text is to be read. */
export interface Way {
  /** The first token after the lead-in. */
  readonly leadIn: number;
  /** Whether what may belong to a time does. */
  readonly withPerhaps: boolean;
}

interface Scan extends Way {
  readonly around: ContextWords;
  readonly withRepeat: boolean;
  readonly last: Part | undefined;
}

function partAt(state: ParseState, from: number, scan: Scan): Part | undefined {
  const found = findAll(state, from).filter(({ rule }) => isInWay(rule.place, scan));
  if (found.length === 0) return undefined;
  const { around, last, leadIn } = scan;
  const afterTime = last !== undefined && isBeside(state, around, [last.to, from]);
  for (const { rule, end: to, value: facts } of found) {
    const { place } = rule;
    const spot = { state, around, from, to, facts, afterTime, leadIn };
    if (stands(place, spot)) return { facts, from, to, place };
  }
  return undefined;
}

const isInWay = (place: PositionRule, { withRepeat, withPerhaps }: Scan): boolean =>
  (place !== "repeat" || withRepeat) && (place !== "perhaps" || withPerhaps);
