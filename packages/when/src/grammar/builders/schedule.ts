import type { DaySaid, RepeatSaid } from "../facts.ts";

/** A rule that goes by the calendar. */
export const schedule = (
  every: number,
  unit: RepeatSaid["unit"],
  more?: Partial<RepeatSaid>,
): RepeatSaid => ({
  from: "schedule",
  every,
  unit,
  ...more,
});

export const yearly = (on: DaySaid | 0 | undefined): RepeatSaid | undefined =>
  on ? schedule(1, "year", { on }) : undefined;

/** Only in these months. */
export const inMonths = (repeat: RepeatSaid | undefined, months: readonly number[] | undefined) =>
  repeat && months && { ...repeat, months };

export const monthlyOn = (dates: readonly number[]): RepeatSaid =>
  schedule(1, "month", { on: { day: "of_month", dates } });
