import type { Facts, RelativeSaid } from "./grammar/facts.ts";
import type { Language } from "./grammar/language.ts";
import type { Part } from "./sentence/parts.ts";
import { assemble, wanted } from "./sentence/wholes.ts";
import { type Token, tokenise } from "./text/tokens.ts";
import { completed, firstOfDates } from "./parser/completed.ts";
import { mixed } from "./parser/mixed.ts";
import {
  type LanguageParser,
  languageParserOf,
  type ParsedBy,
  mergeParsed,
  type Parsed,
} from "./parser/language-parser.ts";

/** One time that a sentence tells, and the words it does so with. */
export interface ParsedTime {
  readonly facts: Facts;
  readonly relative?: RelativeSaid | undefined;
  readonly parts: readonly Part[];
  /** Times of one way to read the sentence go together; those of another go instead. */
  readonly way: number;
  readonly title: string;
  readonly phrase: string;
}

/** A sentence taken apart. Several times: they contradict each other. */
export interface ParsedSentence {
  readonly times: readonly ParsedTime[];
  /** Which half of the day its words make one think of: "dinner". */
  readonly hint?: "am" | "pm" | undefined;
  /** How many rules were tried to find them. */
  readonly effort: number;
  /** The sentence without these times. */
  readonly without: (times: readonly ParsedTime[]) => {
    readonly title: string;
    readonly phrase: string;
  };
}

export interface Parser {
  /** Takes a sentence apart; linear in its length, whatever it holds. */
  readonly parse: (text: string, tokens?: readonly Token[]) => ParsedSentence;
  readonly cutLeadIn: (text: string) => string;
}

/** All parts; and, where some may be none after all, those without them. */
function waysOf(read: Parsed["read"], leadIn: number): readonly (readonly Part[])[] {
  const parts = read({ leadIn, withPerhaps: true });
  if (parts.every(({ place }) => place !== "perhaps")) return [parts];
  const sure = read({ leadIn, withPerhaps: false });
  // Where an hour is told, a mere number is none.
  return sure.some(({ facts }) => facts.clocks ?? facts.ahead) ? [sure] : [parts, sure];
}

// More times than these nobody is asked to choose from.
const MOST_TIMES = 6;

type Cut = (parts: readonly Part[]) => { readonly title: string; readonly phrase: string };

/** Of one time the words are cut already. */
function cutOnce(times: readonly ParsedTime[], cut: Cut): ReturnType<Cut> {
  const [one, ...others] = times;
  if (!one || others.length > 0) return cut(times.flatMap(({ parts }) => parts));
  return { title: one.title, phrase: one.phrase };
}

/** Takes a sentence apart by the words of all of these. */
const parseBy =
  (main: LanguageParser, others: readonly LanguageParser[]) =>
  (source: string, asWritten: readonly Token[]): ParsedSentence => {
    const parsedBy = (parser: LanguageParser): ParsedBy => ({
      parser,
      parsed: parser.parse(source, asWritten),
    });
    const { leadIn, parsed, parser, read, isLooseIn, hint, effort } = mergeParsed(
      parsedBy(main),
      others.map(parsedBy),
    );
    const { cutter } = parser;
    const { tokens } = parsed;
    const ways = waysOf(read, leadIn.end);
    const cut: Cut = (cutOut) => ({
      title: cutter.title({ source, tokens }, cutOut),
      phrase: cutter.phrase({ source, tokens }, cutOut),
    });
    const wholes = ways.flatMap((all, way) => {
      const isLoose = isLooseIn(all);
      const kept = wanted(assemble(all), leadIn).filter(({ parts }) => !isLoose(parts));
      return kept.map((whole) => ({ whole, way }));
    });
    const times = wholes.slice(0, MOST_TIMES).map(({ whole, way }) => ({
      ...completed(whole),
      ...cut(whole.parts),
      parts: whole.parts,
      way,
    }));
    return {
      times,
      hint: hint(ways[0] ?? []),
      effort: effort(),
      without: (those) => cutOnce(those, cut),
    };
  };

/** Understands one language, and words of others among it. */
export function createParser(language: Language, ...rest: readonly Language[]): Parser {
  const main = languageParserOf(rest.reduce(mixed, language));
  const others = rest.map((other) => languageParserOf(mixed(other, language)));

  const parseSentence = parseBy(main, others);

  /** Our own reading of a series: its rule, then its next dates, of which the first is where it begins. */
  const parseReading = (
    rule: string,
    dates: string,
    parser: LanguageParser,
  ): ParsedSentence | undefined => {
    const parsed = parseSentence(rule, tokenise(rule));
    if (!parsed.times.some(({ facts }) => facts.repeat)) return undefined;
    const [date = ""] = dates.split(";", 1);
    const parts = parser.parse(date, tokenise(date)).read({ leadIn: 0, withPerhaps: false });
    const first = firstOfDates(parts);
    const times = parsed.times.map((each) => ({ ...each, facts: { ...each.facts, ...first } }));
    return { ...parsed, times };
  };

  const parse: Parser["parse"] = (text, tokens = tokenise(text)) => {
    const parser = [main, ...others].find(({ next }) => text.includes(next));
    const [rule = "", dates] = parser ? text.split(parser.next, 2) : [];
    const reading = parser && dates !== undefined ? parseReading(rule, dates, parser) : undefined;
    return reading ?? parseSentence(text, tokens);
  };
  return { parse, cutLeadIn: main.leadIns.cut };
}
