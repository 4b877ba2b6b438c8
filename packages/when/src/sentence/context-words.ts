import type { Language } from "../grammar/language.ts";
import { plainWord } from "../text/tokens.ts";

/** What may not be left beside a time; `units`, `halves` and `times` are words of the language's tables. */
type Loose = Readonly<
  Record<
    keyof Language["around"]["loose"] | "units" | "distances" | "halves" | "days" | "times",
    ReadonlySet<string>
  >
>;

/** The lists of a language as sets. */
export interface ContextWords {
  readonly followers: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  readonly uncounted: ReadonlySet<string>;
  readonly pluralEnd: string;
  /** Behind the digits of a number that counts. */
  readonly ordinalEnds: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly joints: ReadonlySet<string>;
  /** Numbers in words. */
  readonly numbers: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly verbsApart: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words that say which half of the day an hour is in. */
  readonly hints: ReadonlySet<string>;
  readonly loose: Loose;
  /** Each as its words, by the first of them. */
  readonly idioms: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const setOf = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(plainWord));

const setsOf = (lists: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(lists).map(([word, list]) => [plainWord(word), setOf(list)]));

export function contextWordsOf({ around, words, numerals, hints }: Language): ContextWords {
  const { followers, articles, numbered, counted, uncounted, pluralEnd, streets, joints } = around;
  const numbers = [...Object.keys(words.number_word), ...Object.keys(words.ordinal_word)];
  return {
    followers: setOf(followers),
    articles: setOf(articles),
    numbered: setOf(numbered),
    counted: setOf(counted),
    uncounted: setOf(uncounted),
    pluralEnd,
    ordinalEnds: setOf(numerals.ordinalEnds),
    streets: setOf(streets),
    joints: setOf(joints),
    numbers: setOf(numbers),
    hints: setOf([...hints.am, ...hints.pm]),
    loose: looseOf(around.loose, words),
    verbs: setsOf(around.verbs),
    verbsApart: setsOf(around.verbsApart),
    idioms: Map.groupBy(
      around.idioms.map((idiom) => idiom.split(" ")),
      ([first = ""]) => first.toLowerCase(),
    ),
  };
}

const keysOf = (...lists: readonly Readonly<Record<string, unknown>>[]): ReadonlySet<string> =>
  setOf(lists.flatMap((each) => Object.keys(each)));

function looseOf(loose: Language["around"]["loose"], words: Language["words"]): Loose {
  const {
    unit,
    half,
    month,
    clear_weekday: weekday,
    short_weekday: short,
    stretch,
    day_word: day,
    holiday,
  } = words;
  return {
    for: setOf(loose.for),
    at: setOf(loose.at),
    every: setOf(loose.every),
    except: setOf(loose.except),
    per: setOf(loose.per),
    between: setOf(loose.between),
    choices: setOf(loose.choices),
    of: setOf(loose.of),
    edges: setOf(loose.edges),
    articles: setOf(loose.articles),
    until: setOf(loose.until),
    seasons: setOf(loose.seasons),
    units: keysOf(unit),
    distances: setOf(
      Object.entries(unit).flatMap(([word, unitOf]) => (unitOf.unit === "week" ? word : [])),
    ),
    halves: keysOf(half),
    days: keysOf(weekday, short, day),
    times: new Set([
      ...keysOf(unit, month, weekday, short, stretch, day, holiday),
      ...setOf(loose.seasons),
    ]),
  };
}
