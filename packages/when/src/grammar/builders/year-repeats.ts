import type { DaySaid, RepeatSaid } from "../facts.ts";
import type { Build } from "../values.ts";
import { inMonths, schedule, yearly } from "./schedule.ts";

/** Dates that come every year: of one number, or in months that have all of them. */
export const datesOfYear: Build<RepeatSaid> = ({ days_out: said = [] }) => {
  const dates = said.flatMap((day) =>
    day.day === "date" && day.year === undefined && day.to === undefined ? [day] : [],
  );
  const [first] = dates;
  if (!first || dates.length < 2 || dates.length < said.length) return undefined;
  if (dates.every(({ date }) => date === first.date))
    return inMonths(
      schedule(1, "month", { on: { day: "of_month", dates: [first.date] } }),
      dates.map(({ month }) => month),
    );
  return schedule(1, "year", { on: { day: "dates", dates } });
};

/** The one day of a month that a rule names, in that month of every year. */
function inMonthOfYear(on: DaySaid | undefined, month: number): DaySaid | undefined {
  if (on?.day === "nth") return { ...on, month };
  const [date, ...others] = on?.day === "of_month" ? on.dates : [];
  if (date === undefined || others.length > 0) return undefined;
  return date > 0 ? { day: "date", month, date } : { day: "nth", nth: date, what: "day", month };
}

/** Dates or counted days of certain months: of one month they come once a year. */
export const inSomeMonths =
  (build: Build<RepeatSaid>): Build<RepeatSaid> =>
  (slots) => {
    const repeat = build({ ...slots, month: undefined });
    const [month, ...more] = slots.months ?? [];
    if (!repeat || month === undefined) return undefined;
    const single = more.length === 0 ? yearly(inMonthOfYear(repeat.on, month)) : undefined;
    return single ?? inMonths(repeat, slots.months);
  };
