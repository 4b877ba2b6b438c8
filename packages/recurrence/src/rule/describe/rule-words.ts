import type { Frequency } from "../rule.ts";

/** What plain weekdays that have a name of their own are called together. */
export type DayGroup = "workday" | "weekend" | "day";

/** A weekday of a month or year: the nth, or each of them; 0: no number was said. */
interface WeekdaySaid {
  readonly weekday: number;
  readonly nth: number;
  readonly each: boolean;
}

/** The words of a language that a rule is described in. Weekdays and months count from 0, Monday and January. */
export interface RuleWords {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly and: string;
  readonly or: string;
  readonly at: string;
  readonly to: string;
  readonly until: string;
  /** Behind a rule that is counted from completion, with its comma. */
  readonly fromCompletion: string;
  /** "24 December 2026" */
  readonly day: (date: number, month: number, year: number) => string;
  /** "every day", "every 3 days" */
  readonly every: (count: number, unit: Frequency) => string;
  /** "every Monday and Thursday", "every weekday" */
  readonly everyWeekday: (names: string, group: DayGroup | undefined) => string;
  /** "on Monday", "on the first Monday and every Friday" */
  readonly onWeekdays: (days: readonly WeekdaySaid[]) => string;
  /** "on every weekday", "on the last weekday": `places` count within a month or year. */
  readonly onGroup: (group: DayGroup, places: readonly number[]) => string;
  /** "on 25 December": at least one date of one month. */
  readonly onDates: (dates: readonly number[], month: number) => string;
  /** "on the 2nd and the last day" */
  readonly onMonthDays: (days: readonly number[]) => string;
  /** "on the 100th day of the year" */
  readonly onYearDays: (days: readonly number[]) => string;
  /** "if that is the 13th": what else must be true of such a day. */
  readonly provided: (monthDays: readonly number[], yearDays: readonly number[]) => string;
  /** "in June", and of days within it "of June". */
  readonly inMonths: (names: string, ofMonths: boolean) => string;
  readonly ofYear: string;
  /** "in week 20"; some count from the end of the year. */
  readonly inWeeks: (weeks: readonly number[]) => string;
  /** "(only the third of these)" */
  readonly only: (places: readonly number[]) => string;
  /** "(the last day where there is none)" */
  readonly lastIfNone: string;
  readonly weeksBeginOn: (weekday: string) => string;
  /** "5 times" */
  readonly times: (count: number) => string;
  /** "during the hours 9 to 17" and its like; `many` where more than one is named. */
  readonly duringHours: (named: string, many: boolean) => string;
  readonly atMinutes: (named: string, many: boolean) => string;
  readonly inMinutes: (named: string, many: boolean) => string;
  readonly atSeconds: (named: string, many: boolean) => string;
  /** Behind minutes: "second 5". */
  readonly seconds: (named: string, many: boolean) => string;
}
