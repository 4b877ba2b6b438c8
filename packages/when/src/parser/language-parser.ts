import { compile } from "../grammar/compile.ts";
import type { Language } from "../grammar/language.ts";
import { lookAheadIn } from "../grammar/lookahead.ts";
import type { ParseState } from "../grammar/parse-state.ts";
import { slotKinds } from "../grammar/slots.ts";
import { type LeadIns, leadInsOf } from "../sentence/lead-in.ts";
import { looseBeside } from "../sentence/net.ts";
import { findParts, type Part, quotedTime, type Way } from "../sentence/parts.ts";
import { speller } from "../sentence/spelling.ts";
import { contextWordsOf } from "../sentence/context-words.ts";
import { type TitleCutter, titleCutter } from "../sentence/title.ts";
import type { Token } from "../text/tokens.ts";
import { hintIn } from "./completed.ts";

export interface Parsed {
  readonly tokens: readonly Token[];
  /** What the text says about time; before that token nothing but a lead-in stands. */
  readonly read: (way: Way) => readonly Part[];
  /** Whether words beside some parts could belong to them, and are not among all that were found. */
  readonly isLooseIn: (all: readonly Part[]) => (parts: readonly Part[]) => boolean;
  readonly effort: () => number;
}

type Parse = (source: string, tokens: readonly Token[]) => Parsed;

function parserOf(language: Language): Parse {
  const grammar = compile(language, slotKinds);
  const lookAhead = lookAheadIn(grammar);
  const spell = speller(language, grammar.vocabulary);
  const around = contextWordsOf(language);
  return (source, asWritten) => {
    const tokens = spell(asWritten);
    const nothingYet = { ahead: [], parts: new Map(), found: {}, depth: 0, effort: 0 };
    const state: ParseState = { source, tokens, grammar, lookAhead, ...nothingYet };
    const read = (way: Way): readonly Part[] => {
      const parts = findParts(state, around, way);
      return parts.length > 0 ? parts : quotedTime(state, around);
    };
    const isLooseIn: Parsed["isLooseIn"] = (all) => looseBeside(state, around, all);
    return { tokens, read, isLooseIn, effort: () => state.effort };
  };
}

/** A language made ready to be understood. */
export interface LanguageParser {
  readonly parse: Parse;
  readonly leadIns: LeadIns;
  readonly cutter: TitleCutter;
  readonly hintOf: ReturnType<typeof hintIn>;
  readonly next: string;
}

const parsers = new WeakMap<Language, LanguageParser>();

/** Costs some milliseconds, once, and not before somebody speaks it. */
export function languageParserOf(language: Language): LanguageParser {
  const known = parsers.get(language);
  if (known) return known;
  const leadIns = leadInsOf(language);
  const cutter = titleCutter(language, leadIns);
  const { next } = language.reading;
  const parser = { parse: parserOf(language), leadIns, cutter, hintOf: hintIn(language), next };
  parsers.set(language, parser);
  return parser;
}

const overlaps = (one: Part, other: Part): boolean => one.from < other.to && other.from < one.to;

/** What is said in either language; where both read the same words, by the one that reads more of them. */
function together(lists: readonly (readonly Part[])[]): readonly Part[] {
  const [only = [], ...more] = lists;
  if (more.every(({ length }) => length === 0)) return only;
  const kept: Part[] = [];
  for (const part of lists.flat().toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((other) => overlaps(part, other))) kept.push(part);
  return kept.toSorted((one, other) => one.from - other.from);
}

export interface ParsedBy {
  readonly parser: LanguageParser;
  readonly parsed: Parsed;
}

interface MergedParse extends ParsedBy, Omit<Parsed, "tokens"> {
  readonly leadIn: ReturnType<LeadIns["find"]>;
  readonly hint: (parts: readonly Part[]) => ReturnType<LanguageParser["hintOf"]>;
}

/** Makes one of several: their parts together, the longest lead-in of any. */
export function mergeParsed(first: ParsedBy, others: readonly ParsedBy[]): MergedParse {
  const all = [first, ...others];
  const withLeadIn = (each: ParsedBy) => ({
    ...each,
    leadIn: each.parser.leadIns.find(each.parsed.tokens),
  });
  const main = withLeadIn(first);
  const leader = others.map(withLeadIn).find(({ leadIn }) => leadIn.end > main.leadIn.end) ?? main;
  const read = (way: Way): readonly Part[] => together(all.map(({ parsed }) => parsed.read(way)));
  const hint = (parts: readonly Part[]) =>
    all.map(({ parser, parsed }) => parser.hintOf(parsed.tokens, parts)).find(Boolean);
  const effort = (): number => all.reduce((sum, { parsed }) => sum + parsed.effort(), 0);
  const isLooseIn: Parsed["isLooseIn"] = (found) => {
    const isLoose = all.map(({ parsed }) => parsed.isLooseIn(found));
    return (parts) => isLoose.some((each) => each(parts));
  };
  return { ...leader, read, isLooseIn, hint, effort };
}
