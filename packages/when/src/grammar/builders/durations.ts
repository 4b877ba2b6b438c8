import type { Amount, Duration, Unit } from "../facts.ts";
import type { Build } from "../values.ts";

/** So much of a unit that may itself be a multiple: two fortnights are four weeks. */
export const scaled = (amount: number, unit: Amount): Amount => ({
  count: amount * unit.count,
  unit: unit.unit,
});

const SHORT = new Set<Unit>(["second", "minute", "hour"]);

/** Whether it leads to a day, and not to an hour of one. */
export const isOfDays = ({ unit }: Amount): boolean => !SHORT.has(unit);

const HOUR: Amount = { count: 1, unit: "hour" };
const minutes = (count: number): Amount => ({ count, unit: "minute" });

const amount = {
  same: ({ number }) => number,
  decimal: ({ number, digits }) => (digits ? Number(`${number}.${digits}`) : undefined),
  one: () => 1,
  two: () => 2,
  half: () => 0.5,
  one_and_a_half: () => 1.5,
  two_and_a_half: () => 2.5,
  plus_half: ({ number }) => (number ?? 1) + 0.5,
  dozen: () => 12,
} satisfies Record<string, Build<number>>;

const duration = {
  single: ({ amount: count, unit }) => count && unit && [scaled(count, unit)],
  letter: ({ amount: count, unit_letter: unit }) => count && unit && [scaled(count, unit)],
  and_a_half: ({ amount: count, unit }) => count && unit && [scaled(count + 0.5, unit)],
  joined: ({ amount: count, unit, unit_letter: letter, duration: rest }) => {
    const first = unit ?? letter;
    return count && first && rest && [scaled(count, first), ...rest];
  },
  hours_minutes: ({ number, minute }) =>
    number === undefined || minute === undefined
      ? undefined
      : [scaled(number, HOUR), minutes(minute)],
  quarter_hour: () => [minutes(15)],
  three_quarter_hour: () => [minutes(45)],
} satisfies Record<string, Build<Duration>>;

export const durations = { amount, duration };
