import type { RuleWords } from "@todo-mesh/recurrence";
import type { builders } from "./builders.ts";
import type { TitleWords } from "./title-words.ts";
import type { Made, Word, WordValues } from "./values.ts";

/**
 * Where a phrase must stand to be meant as a time:
 * `free` anywhere but after an article ("the tonight show") ·
 * `plain` anywhere ·
 * `open` where a sentence or clause begins, or as `shut` ·
 * `small` as `shut`, or before a word in small letters, where nouns have capitals ("am 3. zahlen", not "am 3. Schultag") ·
 * `noun` as `free`, but not before a word in small letters that is none of those of `shut` ("Do laundry") ·
 * `shut` before the end, a mark, another time or a word like "to" ("at 6 to …", not "at 6 Elm Street") ·
 * `near` right beside another time ("Sat" of "Sat 9am") ·
 * `behind` right behind another time, or between one and the beginning ("Friday night", but "movie night Friday") ·
 * `led` as `shut`, or between "remind me" and what it is about ("remind me the day before the exam") ·
 * `alone` with nothing beside it but a lead-in ("10 minutes") ·
 * `heading` right behind a lead-in and as `shut` ("remind me in 5 to …") ·
 * `uncounted` as `open`, but not behind a number ("2 Mondays") ·
 * `tail` right behind another time and as `last` ("Monday morning 7") ·
 * `last` at the end, before a mark or beside another time ("tomorrow 9") ·
 * `repeat` as `last`, in a sentence where something repeats ("for 2 weeks") ·
 * `settled` where a clause begins, or behind a word that says which half of the day it is ("dinner 7 tonight") ·
 * `perhaps` as `open`, and then it is asked whether it is meant as a time at all ("catch 22 tonight").
 */
export type PositionRule =
  | "heading"
  | "uncounted"
  | "free"
  | "plain"
  | "open"
  | "shut"
  | "small"
  | "noun"
  | "near"
  | "behind"
  | "led"
  | "alone"
  | "tail"
  | "last"
  | "repeat"
  | "settled"
  | "perhaps";

type Means<K extends Made> = keyof (typeof builders)[K] & string;

/**
 * How something is said: words, `<slots>`, `?` optional, `a|b` either, `_` for the space within
 * words that go together, `~` no space before. Then what it means, and where it must stand.
 */
type Rule<K extends Made> =
  | readonly [pattern: string, means: Means<K>]
  | readonly [pattern: string, means: Means<K>, place: PositionRule];

/** All of a language that the resolver knows. A second language is a second table. */
export interface Language {
  readonly words: { readonly [K in Word]: Readonly<Record<string, WordValues[K]>> };
  readonly numerals: {
    readonly ordinalEnds: readonly string[];
    readonly lastHourInWords: 12 | 24;
  };
  readonly rules: { readonly [K in Made]: readonly Rule<K>[] };
  /** Words by which a text shows that it is in this language: words that no other of ours has. */
  readonly signs: readonly string[];
  /** Words of this many letters or more may be one slip away from these, where a date is likely. */
  readonly spelling: {
    readonly known: Readonly<Record<string, string>>;
    readonly likely: readonly string[];
    readonly never: readonly string[];
    readonly before: readonly string[];
  };
  readonly around: {
    /** After these a phrase in a `shut` place may go on. */
    readonly followers: readonly string[];
    /** After these a day is a name ("the Friday meeting") or past ("last Friday"). */
    readonly articles: readonly string[];
    /** After these a number is a name: "chapter 12". */
    readonly numbered: readonly string[];
    /** Before these a number counts something, though they do not end in s. */
    readonly counted: readonly string[];
    /** Words in s that count nothing. */
    readonly uncounted: readonly string[];
    /** What most words of more than one end in, and few others; empty where nothing does. */
    readonly pluralEnd: string;
    readonly streets: readonly string[];
    /** "look at 2 options", "divide by 5": the preposition belongs to the verb. */
    readonly verbs: Readonly<Record<string, readonly string[]>>;
    /** The same, with up to four words between: "divide the bill by 3". */
    readonly verbsApart: Readonly<Record<string, readonly string[]>>;
    /** Words that look like a time and are none. */
    readonly idioms: readonly string[];
    /** These may stand between two times that are one. */
    readonly joints: readonly string[];
    /** What belongs to a time beside it, and if it was not understood leaves no date: see `net.ts`. */
    readonly loose: {
      /** Before a length of time: "for … 5 days". */
      readonly for: readonly string[];
      /** Before an hour. */
      readonly at: readonly string[];
      /** Right before a time: "every … few days". */
      readonly every: readonly string[];
      /** Right before or behind it: "except", "half". */
      readonly except: readonly string[];
      /** Behind it, before a unit: "a month". */
      readonly per: readonly string[];
      /** Between a number and a time: "25 to … 6". */
      readonly between: readonly string[];
      /** Between two numbers of which one is meant: "at 5 or 6". */
      readonly choices: readonly string[];
      /** Before a year, or between an edge and a time: "in 2029", "the end of …". */
      readonly of: readonly string[];
      readonly edges: readonly string[];
      readonly articles: readonly string[];
      /** The end of a series, before a word that is about time. */
      readonly until: readonly string[];
      /** Times of the year that no rule knows. */
      readonly seasons: readonly string[];
    };
  };
  readonly title: TitleWords;
  /** How an answer is read back; the rules above must understand it. */
  readonly reading: Names;
  /** Words that say which half of the day an hour is in: "dinner at 8". */
  readonly hints: { readonly am: readonly string[]; readonly pm: readonly string[] };
}

/** How a language names a day. */
export type DayRules = Pick<
  Language["rules"],
  | "nth"
  | "weekdays"
  | "months"
  | "plural_days"
  | "dates"
  | "date"
  | "end_date"
  | "numeric"
  | "clear_day"
  | "month_day"
  | "any_day"
  | "days_out"
>;
/** How it says lengths of time, clock times and zones. */
export type TimeRules = Pick<
  Language["rules"],
  | "amount"
  | "duration"
  | "half_said"
  | "clock"
  | "named_clock"
  | "bare"
  | "end_clock"
  | "time"
  | "named_time"
  | "bare_time"
  | "zone"
>;
/** How it says that something comes again, or in relation to its own time. */
export type RepeatRules = Pick<
  Language["rules"],
  "each" | "repeat" | "done" | "due" | "echo" | "relative"
>;

/** The words of our readings, and of the rules in them. */
export interface Names extends RuleWords {
  /** What stands between a weekday and its date. */
  readonly behindWeekday: string;
  /** What comes before the next dates of a series. */
  readonly next: string;
  readonly due: string;
  readonly whenDue: string;
  readonly onTheDay: string;
  readonly before: string;
  readonly after: string;
  readonly from: string;
  readonly except: string;
  /** Of the time before or after what is due. */
  readonly units: Readonly<
    Record<"minute" | "hour" | "day" | "week", readonly [single: string, plural: string]>
  >;
}
