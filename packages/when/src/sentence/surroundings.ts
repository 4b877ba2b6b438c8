import type { Language } from "../grammar/language.ts";

/** What may not be left beside a time; `units`, `halves` and `times` are words of the language's tables. */
type Loose = Readonly<
  Record<
    keyof Language["around"]["loose"] | "units" | "halves" | "days" | "times",
    ReadonlySet<string>
  >
>;

/** The lists of a language as sets. */
export interface Surroundings {
  readonly followers: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  readonly uncounted: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly joints: ReadonlySet<string>;
  /** Numbers in words. */
  readonly numbers: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly verbsApart: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words that say which half of the day an hour is in. */
  readonly hints: ReadonlySet<string>;
  readonly loose: Loose;
  /** Each as its words. */
  readonly idioms: readonly (readonly string[])[];
}

const setsOf = (lists: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(lists).map(([word, list]) => [word, new Set(list)]));

export function surroundingsOf({ around, words, hints }: Language): Surroundings {
  const { followers, articles, numbered, counted, uncounted, streets, joints } = around;
  const numbers = [...Object.keys(words.number_word), ...Object.keys(words.ordinal_word)];
  return {
    followers: new Set(followers),
    articles: new Set(articles),
    numbered: new Set(numbered),
    counted: new Set(counted),
    uncounted: new Set(uncounted),
    streets: new Set(streets),
    joints: new Set(joints),
    numbers: new Set(numbers),
    loose: looseOf(around.loose, words),
    hints: new Set([...hints.am, ...hints.pm]),
    verbs: setsOf(around.verbs),
    verbsApart: setsOf(around.verbsApart),
    idioms: around.idioms.map((idiom) => idiom.split(" ")),
  };
}

const keysOf = (...lists: readonly Readonly<Record<string, unknown>>[]): ReadonlySet<string> =>
  new Set(lists.flatMap((each) => Object.keys(each)));

function looseOf(loose: Language["around"]["loose"], words: Language["words"]): Loose {
  const { unit, half, month, clear_weekday: weekday, stretch, day_word: day, feast } = words;
  return {
    for: new Set(loose.for),
    at: new Set(loose.at),
    every: new Set(loose.every),
    except: new Set(loose.except),
    per: new Set(loose.per),
    between: new Set(loose.between),
    of: new Set(loose.of),
    edges: new Set(loose.edges),
    articles: new Set(loose.articles),
    until: new Set(loose.until),
    seasons: new Set(loose.seasons),
    units: keysOf(unit),
    halves: keysOf(half),
    days: keysOf(weekday, day),
    times: new Set([...keysOf(unit, month, weekday, stretch, day, feast), ...loose.seasons]),
  };
}
