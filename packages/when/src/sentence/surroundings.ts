import type { Language } from "../grammar/language.ts";

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
    hints: new Set([...hints.am, ...hints.pm]),
    verbs: setsOf(around.verbs),
    verbsApart: setsOf(around.verbsApart),
    idioms: around.idioms.map((idiom) => idiom.split(" ")),
  };
}
