/** What the parts of a phrase say, free of any language. Weekdays count from Monday = 1. */
export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

export interface Amount {
  readonly count: number;
  readonly unit: Unit;
}

export type Duration = readonly Amount[];

/** A clock time as said. Not `sure`: an hour from 1 to 12 that may be either half of the day. 24:00 is the end of a day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly sure: boolean;
  /** Written as a 24-hour clock does, and so it is meant, unless other words say which half of the day: "um 6:30". */
  readonly written?: true | undefined;
  readonly midnight?: true;
  /** Of what comes again it may be a second hour, for it was written behind a comma: the 20 of "8,20". */
  readonly orHour?: number | undefined;
}

export type Period =
  | "first_thing"
  | "early_morning"
  | "morning"
  | "midmorning"
  | "afternoon"
  | "late_afternoon"
  | "evening"
  | "night"
  | "late_night";

/** A name for a time of day that everyone sets a little differently; the hours are in `policy.ts`. */
export type Moment = "breakfast" | "work" | "lunch" | "dinner" | "bed" | "end_of_day";

/** Several zones: the words can mean each of them. `offset` is in minutes east; `usual` the zone such letters stand for. */
export type ZoneSaid =
  | { readonly kind: "named"; readonly zones: readonly string[] }
  | { readonly kind: "offset"; readonly offset: number; readonly usual?: string }
  | { readonly kind: "exact"; readonly offset: number; readonly zone: string }
  | { readonly kind: "own" };

/** `easter`: so many days after Easter Sunday. `plus`: so many days after that weekday. */
export type Holiday =
  | { readonly easter: number }
  | { readonly month: number; readonly date: number }
  | {
      readonly month: number;
      readonly nth: number;
      readonly weekday: number;
      readonly plus?: number | undefined;
    };

/** A day of one name that countries keep on different days; `usual` is meant where nothing says which. */
export type NamedHoliday =
  Holiday | { readonly in: Readonly<Record<string, Holiday>>; readonly usual?: string | undefined };

/** What is counted within a month: a weekday, any day, or a day from Monday to Friday. */
export type Countable = number | "day" | "workday";

export type Stretch = "week" | "month" | "quarter" | "year";

/** `end` of a week is that of the working week, `last` its last day. */
type Edge = "start" | "middle" | "end" | "last";

/** The ways to name a day. `shift` and `months` count from the present: 0 this one, 1 the next. */
export interface DayKinds {
  shift: { readonly days: number };
  weekday: { readonly weekday: number; readonly which: "plain" | "this" | "coming" | "next" };
  weekdays: { readonly weekdays: readonly number[] };
  in_week: { readonly weekday: number; readonly weeks: number };
  date: {
    readonly month: number;
    readonly date: number;
    readonly year?: number | undefined;
    /** This year, or the next. */
    readonly years?: number | undefined;
    readonly weekday?: number | undefined;
    /** It is the first of several: "3–5 December". */
    readonly to?: DaySaid | undefined;
  };
  /** Several dates of a year, of a rule. */
  dates: { readonly dates: readonly DaySaid<"date">[] };
  numeric: {
    readonly first: number;
    readonly other: number;
    readonly year?: number | undefined;
    readonly weekday?: number | undefined;
  };
  of_month: {
    readonly dates: readonly number[];
    readonly months?: number | undefined;
    readonly weekday?: number | undefined;
  };
  /** "Friday 7", where the number may be none of a month: when that is far away, nothing, or one of the two. */
  weekday_date: {
    readonly weekday: number;
    readonly date: number;
    readonly far: "nothing" | "asked";
  };
  nth: {
    readonly nth: number;
    /** "The first and third Monday", of a rule. */
    readonly also?: number | undefined;
    readonly what: Countable;
    readonly month?: number | undefined;
    readonly year?: number | undefined;
    readonly months?: number | undefined;
  };
  edge: {
    readonly edge: Edge;
    readonly of: Stretch;
    readonly shift?: number | undefined;
    /** All of it was said: "this week". */
    readonly whole?: true | undefined;
  };
  month: {
    readonly month: number;
    readonly edge: Edge;
    readonly year?: number | undefined;
    readonly years?: number | undefined;
    readonly shift?: number | undefined;
    /** Said without "in": then a month that is over is none. */
    readonly bare?: true | undefined;
  };
  /** Some time in that year. */
  year: { readonly year: number };
  /** That weekday of the week, from Monday on, in which a day lies. */
  week_of: { readonly base: DaySaid; readonly weekday: number };
  weekend: { readonly which: "this" | "next" };
  holiday: { readonly holiday: NamedHoliday; readonly year?: number | undefined };
  /** The first such weekday after or before a day. */
  beside: { readonly weekday: number; readonly base: DaySaid; readonly back: boolean };
  /** So many working days from that day, or from today. */
  workdays: { readonly count: number; readonly base?: DaySaid | undefined };
  moved: {
    readonly base: DaySaid;
    readonly by: Duration;
    readonly back: boolean;
    /** The weekday that it was said to be. */
    readonly weekday?: number | undefined;
  };
}

export type DaySaid<K extends keyof DayKinds = keyof DayKinds> = {
  [P in K]: { readonly day: P } & DayKinds[P];
}[K];

export interface RepeatSaid {
  readonly from: "schedule" | "completion";
  readonly every: number;
  readonly unit: Exclude<Unit, "second">;
  readonly weekdays?: readonly number[] | undefined;
  readonly on?: DaySaid | undefined;
  /** Only in these months. */
  readonly months?: readonly number[] | undefined;
  readonly stretch?: "quarter" | undefined;
  readonly period?: Period | undefined;
  /** So many times in a unit, on days or at hours that are not said. */
  readonly times?: number | undefined;
  /** The words can mean this as well: "biweekly", "every second Tuesday". */
  readonly or?: RepeatSaid | undefined;
}

/** A time told from the task's own due time: exact minutes, or days on the calendar at a clock time. */
export type RelativeSaid =
  { readonly minutes: number } | { readonly days: number; readonly clock?: Clock | undefined };

export interface Facts {
  readonly day?: DaySaid | undefined;
  readonly clocks?: readonly Clock[] | undefined;
  /** At the hour it is now. */
  readonly sameTime?: true | undefined;
  readonly clockEnd?: Clock | undefined;
  readonly period?: Period | undefined;
  readonly zone?: ZoneSaid | undefined;
  /** From now on, to the second. More than one: the words are vague. */
  readonly ahead?: readonly Duration[] | undefined;
  readonly repeat?: RepeatSaid | undefined;
  readonly until?: Facts | undefined;
  readonly starting?: DaySaid | undefined;
  readonly lasting?: Duration | undefined;
  readonly times?: number | undefined;
  readonly except?: readonly number[] | undefined;
  /** Days on which a series does not come. */
  readonly daysOut?: readonly DaySaid[] | undefined;
  readonly months?: readonly number[] | undefined;
  /** The series waits until it is done. */
  readonly fromCompletion?: true | undefined;
  /** The time of the first date, where a series goes by minutes or hours. */
  readonly firstClock?: Clock | undefined;
  readonly relative?: RelativeSaid | undefined;
  readonly deadline?: boolean | undefined;
  /** It was before now: "yesterday". */
  readonly past?: true | undefined;
}
