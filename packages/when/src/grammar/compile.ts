import { tokenise } from "../text/tokens.ts";
import type { Language, PositionRule } from "./language.ts";
import { type SignOf, signsOf } from "./pair.ts";
import type { Made, Plain, Word, WordValues } from "./values.ts";

/** What stands at a place of a pattern: any of these runs of words, or a slot by how it is filled. */
type Thing =
  | { readonly kind: "words"; readonly words: readonly (readonly string[])[] }
  | { readonly kind: "listed"; readonly slot: Word }
  | { readonly kind: "made"; readonly slot: Made }
  | { readonly kind: "plain"; readonly slot: Plain };

export type Item = Thing & { readonly optional: boolean; readonly glued: boolean };

/** Which slots are made of other rules, and which are read off the text. */
export interface SlotKinds {
  readonly isMade: (name: string) => name is Made;
  readonly isPlain: (name: string) => name is Plain;
}

export interface CompiledRule {
  readonly items: readonly Item[];
  readonly means: string;
  readonly place: PositionRule;
}

interface Entry<Value> {
  readonly words: readonly string[];
  /** It counts only when written like this, in capitals. */
  readonly exact?: string;
  readonly value: Value;
}

type Entries<Value> = Map<string, Entry<Value>[]>;
type Lists = { readonly [K in Word]: Entries<WordValues[K]> };

export interface Grammar {
  readonly rules: (slot: Made) => readonly CompiledRule[];
  /** The entries of a word list that begin with this word, the longest first. */
  readonly entries: <K extends Word>(slot: K, word: string) => readonly Entry<WordValues[K]>[];
  /** Every word that occurs in a rule or in the word list. */
  readonly vocabulary: ReadonlySet<string>;
  readonly signOf: SignOf;
  /** What stands behind the digits of a number that counts: "3rd", "3.". */
  readonly ordinalEnds: ReadonlySet<string>;
  /** The last hour that is written out. */
  readonly lastHourInWords: 12 | 24;
}

const wordsOf = (text: string): readonly string[] => tokenise(text).map((token) => token.text);

function thingOf(said: string, { isMade, isPlain }: SlotKinds, lists: Lists): Thing {
  if (!said.startsWith("<")) {
    const words = said.split("|").map((run) => wordsOf(run.replaceAll("_", " ")));
    return { kind: "words", words: words.toSorted((a, b) => b.length - a.length) };
  }
  const slot = said.slice(1, -1);
  if (isPlain(slot)) return { kind: "plain", slot };
  if (isMade(slot)) return { kind: "made", slot };
  if (!isListed(slot, lists)) throw new RangeError(`There is no slot ${slot}`);
  return { kind: "listed", slot };
}

const isListed = (name: string, lists: Lists): name is Word => Object.hasOwn(lists, name);

function compileItem(said: string, slots: SlotKinds, lists: Lists): Item {
  const optional = said.length > 1 && said.endsWith("?");
  const glued = said.startsWith("~");
  const body = said.slice(glued ? 1 : 0, optional ? -1 : undefined);
  return { ...thingOf(body, slots, lists), optional, glued };
}

function entriesOf<Value>(list: Readonly<Record<string, Value>>): Entries<Value> {
  const entries: Entries<Value> = new Map();
  for (const [said, value] of Object.entries(list)) {
    const words = wordsOf(said);
    const first = words[0] ?? "";
    const entry = said === said.toLowerCase() ? { words, value } : { words, value, exact: said };
    entries.set(first, [...(entries.get(first) ?? []), entry]);
  }
  // The longest first: "new york" before "new".
  for (const found of entries.values()) found.sort((a, b) => b.words.length - a.words.length);
  return entries;
}

// Most words are in none of the lists.
const NO_ENTRIES: readonly never[] = [];

const listsOf = (words: Language["words"]): Lists => ({
  number_word: entriesOf(words.number_word),
  ordinal_word: entriesOf(words.ordinal_word),
  five_minutes: entriesOf(words.five_minutes),
  minute_word: entriesOf(words.minute_word),
  weekday: entriesOf(words.weekday),
  clear_weekday: entriesOf(words.clear_weekday),
  short_weekday: entriesOf(words.short_weekday),
  weekdays_word: entriesOf(words.weekdays_word),
  month: entriesOf(words.month),
  unit: entriesOf(words.unit),
  unit_letter: entriesOf(words.unit_letter),
  stretch: entriesOf(words.stretch),
  day_word: entriesOf(words.day_word),
  day_set: entriesOf(words.day_set),
  day_sets: entriesOf(words.day_sets),
  short_days: entriesOf(words.short_days),
  countable: entriesOf(words.countable),
  period: entriesOf(words.period),
  periods: entriesOf(words.periods),
  tonight: entriesOf(words.tonight),
  moment: entriesOf(words.moment),
  moment_time: entriesOf(words.moment_time),
  holiday: entriesOf(words.holiday),
  half: entriesOf(words.half),
  zone_word: entriesOf(words.zone_word),
  zone_letters: entriesOf(words.zone_letters),
  small_zone: entriesOf(words.small_zone),
  adverb: entriesOf(words.adverb),
  weekday_part: entriesOf(words.weekday_part),
  weekday_parts: entriesOf(words.weekday_parts),
  last_word: entriesOf(words.last_word),
});

/** Reads the patterns and the word list of a language, once. A pattern that names an unknown slot is a RangeError. */
export function compile(language: Language, slots: SlotKinds): Grammar {
  const lists = listsOf(language.words);
  const compileRule = (rule: readonly [string, string, PositionRule?]): CompiledRule => ({
    items: rule[0].split(" ").map((said) => compileItem(said, slots, lists)),
    means: rule[1],
    place: rule[2] ?? "plain",
  });
  const rules = new Map<string, readonly CompiledRule[]>();
  for (const [slot, list] of Object.entries(language.rules)) rules.set(slot, list.map(compileRule));
  const inRules = [...rules.values()]
    .flat()
    .flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "words" ? item.words.flat() : [])),
    );
  const inWords = Object.values(language.words).flatMap((list) =>
    Object.keys(list).flatMap(wordsOf),
  );
  const vocabulary = new Set([...inRules, ...inWords, ...language.numerals.ordinalEnds]);
  return {
    rules: (slot) => rules.get(slot) ?? [],
    entries: (slot, word) => lists[slot].get(word) ?? NO_ENTRIES,
    vocabulary,
    signOf: signsOf(vocabulary),
    ordinalEnds: new Set(language.numerals.ordinalEnds),
    lastHourInWords: language.numerals.lastHourInWords,
  };
}
