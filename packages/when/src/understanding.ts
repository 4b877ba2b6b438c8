import { compile } from "./grammar/compile.ts";
import type { Facts, RelativeSaid } from "./grammar/facts.ts";
import type { Language } from "./grammar/language.ts";
import { lookAheadIn } from "./grammar/lookahead.ts";
import type { Reading } from "./grammar/read-text.ts";
import { slotNames } from "./grammar/slots.ts";
import { leadInsOf } from "./sentence/lead-in.ts";
import { isLoose } from "./sentence/net.ts";
import { findParts, quotedTime, type Part, type Way } from "./sentence/parts.ts";
import { speller } from "./sentence/spelling.ts";
import { surroundingsOf } from "./sentence/surroundings.ts";
import { titleCutter } from "./sentence/title.ts";
import { assemble, wanted } from "./sentence/wholes.ts";
import { type Token, tokenise } from "./text/tokens.ts";
import { completed, firstOfDates, hintIn } from "./understanding/completed.ts";

/** One time that a sentence tells, and the words it does so with. */
export interface Told {
  readonly facts: Facts;
  readonly relative?: RelativeSaid | undefined;
  readonly parts: readonly Part[];
  /** Times of one way to read the sentence are told together; those of another are told instead. */
  readonly way: number;
  readonly title: string;
  readonly phrase: string;
}

/** A sentence taken apart. Several told: they contradict each other. */
export interface Understanding {
  readonly told: readonly Told[];
  /** Which half of the day its words make one think of: "dinner". */
  readonly hint?: "am" | "pm" | undefined;
  /** How many rules were tried to find them. */
  readonly effort: number;
  /** The sentence without these times. */
  readonly without: (told: readonly Told[]) => { readonly title: string; readonly phrase: string };
}

export interface Listener {
  /** Takes a sentence apart; linear in its length, whatever it holds. */
  readonly understand: (text: string) => Understanding;
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
const MOST_TOLD = 6;

/** Makes ready to understand a language; costs some milliseconds, once. */
export function listenerOf(language: Language): Listener {
  const parse = parserOf(language);
  const leadIns = leadInsOf(language);
  const cutter = titleCutter(language, leadIns);
  const hintOf = hintIn(language);

  const listen = (source: string): Understanding => {
    const { tokens, read, isLooseIn, effort } = parse(source);
    const leadIn = leadIns.find(tokens);
    const ways = waysOf(read, leadIn.end);
    const cut = (cutOut: readonly Part[]) => ({
      title: cutter.title({ source, tokens }, cutOut),
      phrase: cutter.phrase({ source, tokens }, cutOut),
    });
    const told = ways.flatMap((all, way) =>
      wanted(assemble(all), leadIn)
        .filter(({ parts }) => !isLooseIn(parts, all))
        .map((whole) => ({ ...completed(whole), ...cut(whole.parts), parts: whole.parts, way })),
    );
    return {
      told: told.slice(0, MOST_TOLD),
      hint: hintOf(tokens, ways[0] ?? []),
      effort: effort(),
      without: (those) => cut(those.flatMap((each) => each.parts)),
    };
  };

  /** Our own reading of a series: its rule, then its next dates, of which the first is where it begins. */
  const listenToReading = (rule: string, dates: string): Understanding | undefined => {
    const heard = listen(rule);
    if (!heard.told.some(({ facts }) => facts.repeat)) return undefined;
    const first = firstOfDates(
      parse(dates.split(";", 1)[0] ?? "").read({ leadIn: 0, withPerhaps: false }),
    );
    const told = heard.told.map((each) => ({ ...each, facts: { ...each.facts, ...first } }));
    return { ...heard, told };
  };

  const understand = (text: string): Understanding => {
    const [rule = "", dates] = text.split(language.reading.next, 2);
    return (dates === undefined ? undefined : listenToReading(rule, dates)) ?? listen(text);
  };
  return { understand, cutLeadIn: leadIns.cut };
}

interface Parsed {
  readonly tokens: readonly Token[];
  /** What the text says about time; before that token nothing but a lead-in stands. */
  readonly read: (way: Way) => readonly Part[];
  /** Whether words beside these parts could belong to them, and are not among all that were found. */
  readonly isLooseIn: (parts: readonly Part[], all: readonly Part[]) => boolean;
  readonly effort: () => number;
}

function parserOf(language: Language): (source: string) => Parsed {
  const grammar = compile(language, slotNames(language));
  const lookAhead = lookAheadIn(grammar);
  const spell = speller(language, grammar.vocabulary);
  const around = surroundingsOf(language);
  return (source) => {
    const tokens = spell(tokenise(source));
    const state = { pairs: [], parts: new Map(), found: {}, depth: 0, effort: 0 };
    const reading: Reading = { source, tokens, grammar, lookAhead, ...state };
    const read = (way: Way): readonly Part[] => {
      const parts = findParts(reading, around, way);
      return parts.length > 0 ? parts : quotedTime(reading, around);
    };
    const isLooseIn: Parsed["isLooseIn"] = (parts, all) => isLoose(reading, around, { parts, all });
    return { tokens, read, isLooseIn, effort: () => reading.effort };
  };
}
