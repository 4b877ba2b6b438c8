import type {
  LocalDate,
  Occurrence,
  Offset,
  Recurrence,
  WallTime,
  Zone,
} from "@todo-mesh/recurrence";

/** As a wall clock shows it: "17:00". */
export type HourOfDay = string;

interface Worded {
  /** The rest of the sentence. */
  readonly title: string;
  /** The words that told the time, as they were written. */
  readonly phrase: string;
  /** The meaning in full, as people say it: "Tuesday 24 November 2026, 09:00, Europe/Rome". */
  readonly reading: string;
  /** When to remind, where the sentence says that, too: "dentist at 15:00, remind me an hour before". */
  readonly remind?: Offset;
}

interface InstantMeaning extends Worded {
  readonly kind: "instant";
  readonly at: Date;
  /** What the wall clock of that zone shows then. */
  readonly local: WallTime;
  readonly timezone: Zone;
  /** When it is over that day, where the words tell it: "17:00". */
  readonly end?: HourOfDay | undefined;
  /** Of which day was not said: "at 9". */
  readonly anyDay?: true | undefined;
  /** It is over, and the words leave no later one: "today at 9" at noon. */
  readonly past?: true;
}

/** A day without a time stays one. */
interface DateMeaning extends Worded {
  readonly kind: "date";
  readonly date: LocalDate;
  readonly timezone: Zone;
  readonly past?: true;
}

interface RecurrenceMeaning extends Worded {
  readonly kind: "recurrence";
  readonly recurrence: Recurrence;
  /** No time was said: it is about days, and the start is their midnight. */
  readonly all_day: boolean;
  /** The next dates, at most five. */
  readonly next: readonly Occurrence[];
  /** When each of them is over, where the words tell it. */
  readonly end?: HourOfDay | undefined;
}

type OffsetMeaning = Worded & { readonly kind: "offset"; readonly anchor: "due" } & Offset;

export type Candidate = InstantMeaning | DateMeaning | RecurrenceMeaning | OffsetMeaning;

/** Why a phrase is asked back. */
export type Doubt =
  | "half_of_day"
  | "which_midnight"
  | "today_or_in_a_week"
  | "this_or_next"
  | "day_or_month"
  | "which_day"
  | "which_zone"
  | "which_time"
  | "how_often"
  | "vague";

interface AmbiguousMeaning {
  readonly kind: "ambiguous";
  readonly why: Doubt;
  readonly candidates: readonly Candidate[];
  readonly title: string;
  readonly phrase: string;
}

interface NoMeaning {
  readonly kind: "none";
  readonly title: string;
  /** It is in no language that we read. */
  readonly why?: "unknown_language" | undefined;
}

export type Meaning = Candidate | AmbiguousMeaning | NoMeaning;
