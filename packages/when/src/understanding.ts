import type { Facts, RelativeSaid } from "./grammar/facts.ts";
import type { Language } from "./grammar/language.ts";
import type { Part } from "./sentence/parts.ts";
import { assemble, wanted } from "./sentence/wholes.ts";
import { completed, firstOfDates } from "./understanding/completed.ts";
import { mixed } from "./understanding/mixed.ts";
import { type Ear, earOf, type Heard, heardBy, type Parsed } from "./understanding/ears.ts";

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

/** Takes a sentence apart by the words of all of these. */
const listenBy =
  (main: Ear, others: readonly Ear[]) =>
  (source: string): Understanding => {
    const hear = (ear: Ear): Heard => ({ ear, parsed: ear.parse(source) });
    const { leadIn, parsed, ear, read, isLooseIn, hint, effort } = heardBy(
      hear(main),
      others.map(hear),
    );
    const { cutter } = ear;
    const { tokens } = parsed;
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
      hint: hint(ways[0] ?? []),
      effort: effort(),
      without: (those) => cut(those.flatMap((each) => each.parts)),
    };
  };

/** Understands one language, and words of others among it. */
export function listenerOf(language: Language, ...rest: readonly Language[]): Listener {
  const main = earOf(rest.reduce(mixed, language));
  const others = rest.map((other) => earOf(mixed(other, language)));

  const listen = listenBy(main, others);

  /** Our own reading of a series: its rule, then its next dates, of which the first is where it begins. */
  const listenToReading = (rule: string, dates: string, ear: Ear): Understanding | undefined => {
    const heard = listen(rule);
    if (!heard.told.some(({ facts }) => facts.repeat)) return undefined;
    const first = firstOfDates(
      ear.parse(dates.split(";", 1)[0] ?? "").read({ leadIn: 0, withPerhaps: false }),
    );
    const told = heard.told.map((each) => ({ ...each, facts: { ...each.facts, ...first } }));
    return { ...heard, told };
  };

  const understand = (text: string): Understanding => {
    const ear = [main, ...others].find(({ next }) => text.includes(next));
    const [rule = "", dates] = ear ? text.split(ear.next, 2) : [];
    const reading = ear && dates !== undefined ? listenToReading(rule, dates, ear) : undefined;
    return reading ?? listen(text);
  };
  return { understand, cutLeadIn: main.leadIns.cut };
}
