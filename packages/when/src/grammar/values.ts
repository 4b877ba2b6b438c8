import type {
  Amount,
  Clock,
  Countable,
  DaySaid,
  Duration,
  Facts,
  NamedHoliday,
  Moment,
  Period,
  RelativeSaid,
  RepeatSaid,
  Stretch,
  ZoneSaid,
} from "./facts.ts";

interface WeekdayPart {
  readonly weekday: number;
  readonly facts: Facts;
}

/** What a language's word list may name, and what each name stands for. */
export interface WordValues {
  number_word: number;
  ordinal_word: number;
  five_minutes: number;
  minute_word: number;
  weekday: number;
  clear_weekday: number;
  /** Two letters, which may be a word of another language: "Do". */
  short_weekday: number;
  weekdays_word: number;
  month: number;
  unit: Amount;
  unit_letter: Amount;
  stretch: Stretch;
  day_word: number;
  day_set: readonly number[];
  day_sets: readonly number[];
  short_days: readonly number[];
  countable: Countable;
  period: Period;
  periods: Period;
  tonight: Period;
  moment: Moment;
  moment_time: Moment;
  holiday: NamedHoliday;
  half: "am" | "pm";
  zone_word: ZoneSaid;
  zone_letters: ZoneSaid;
  /** Those that are a zone right behind a time only: "9am et". */
  small_zone: ZoneSaid;
  adverb: RepeatSaid;
  /** A weekday and a part of it in one word: "Freitagabend". */
  weekday_part: WeekdayPart;
  /** The same, as something that comes again: "freitagabends". */
  weekday_parts: WeekdayPart;
  last_word: number;
}

/** What the rules of a language make of words. */
export interface MadeValues {
  amount: number;
  duration: Duration;
  half_said: "am" | "pm";
  clock: Clock;
  named_clock: Clock;
  bare: Clock;
  end_clock: Clock;
  time: Facts;
  named_time: Facts;
  bare_time: Facts;
  zone: ZoneSaid;
  nth: number;
  weekdays: readonly number[];
  months: readonly number[];
  plural_days: readonly number[];
  dates: readonly number[];
  date: DaySaid;
  end_date: DaySaid;
  numeric: DaySaid;
  clear_day: DaySaid;
  month_day: DaySaid;
  any_day: DaySaid;
  days_out: readonly DaySaid[];
  each: RepeatSaid["from"];
  repeat: RepeatSaid;
  done: true;
  due: true;
  echo: true;
  relative: RelativeSaid;
  part: Facts;
}

/** `padded`: written with a zero before it, as only a 24-hour clock does. */
export interface HourSaid {
  readonly hour: number;
  readonly padded: boolean;
}

/** What is read from the text itself, whatever the language. */
export interface PlainValues {
  number: number;
  digits: string;
  hour: HourSaid;
  minute: number;
  second: number;
  hour_minute: Clock;
  /** Hour and minute in one number, on the 12-hour clock: "315". */
  hour_run: { readonly hour: number; readonly minute: number };
  date_number: number;
  first: number;
  other: number;
  year: number;
  short_year: number;
  ordinal: number;
  /** A date or a time in one number: "20261203", "080000". */
  run_date: DaySaid;
  run_time: Clock;
  zone_name: ZoneSaid;
  any_zone: ZoneSaid;
  offset: number;
  full_offset: number;
}

export type Values = WordValues & MadeValues & PlainValues;
export type Word = keyof WordValues;
export type Made = keyof MadeValues;
export type Plain = keyof PlainValues;
export type Slot = keyof Values;

/** The slots a rule filled. Some of a pattern's slots are optional, so each may be missing. */
export type Slots = { readonly [K in Slot]?: Values[K] | undefined };

export interface Match<Value> {
  readonly value: Value;
  /** The first token after it. */
  readonly end: number;
}

/** What a rule makes of its slots; undefined or 0: these words say nothing after all. */
export type Build<Value> = (slots: Slots) => Value | 0 | undefined;

export type Builders = { readonly [K in Made]: Readonly<Record<string, Build<MadeValues[K]>>> };
