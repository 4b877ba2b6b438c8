import type { Language } from "../grammar/language.ts";

// "Do", "Mi" and "May" are words of the other language, too.
const SHORTEST = 5;

const namesIn = <Value>(names: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(names).filter(([name]) => name.length >= SHORTEST));

const known = new WeakMap<Language, WeakMap<Language, Language>>();

/** A language that knows the weekdays and months of another, for "every Montag" is one thing said in two. */
export function mixed(language: Language, other: Language): Language {
  const ofLanguage = known.get(language) ?? new WeakMap<Language, Language>();
  known.set(language, ofLanguage);
  const found = ofLanguage.get(other) ?? mix(language, other);
  ofLanguage.set(other, found);
  return found;
}

/** Two letters before a word in small letters are rather one of the other language: "Do laundry". */
const withCare = (parts: Language["rules"]["part"]): Language["rules"]["part"] =>
  parts.map((rule) => (rule[0] === "<short_weekday>" ? [rule[0], rule[1], "noun"] : rule));

function mix(language: Language, other: Language): Language {
  const { words, around, rules } = language;
  const idioms = [...around.idioms, ...other.around.idioms];
  const clear_weekday = { ...namesIn(other.words.clear_weekday), ...words.clear_weekday };
  const weekday = { ...namesIn(other.words.weekday), ...words.weekday };
  const month = { ...namesIn(other.words.month), ...words.month };
  return {
    ...language,
    around: { ...around, idioms },
    rules: { ...rules, part: withCare(rules.part) },
    words: { ...words, clear_weekday, weekday, month },
  };
}
