import type { Facts } from "../facts.ts";
import type { Build } from "../values.ts";
import { clockOf } from "./from-hour.ts";
import { anyTime } from "./part-times.ts";

/** Up to this a number behind a weekday may be an hour. */
const LAST_HOUR = 12;

const onDate =
  (far: "nothing" | "asked"): Build<Facts> =>
  ({ weekday, date_number: date }) =>
    weekday && date ? { day: { day: "weekday_date", weekday, date, far } } : undefined;

const onThatDate = onDate("asked");

/** A day of the month told by its mere number: "Thursday 26", "on the 9". */
export const numberedDays = {
  on_number: ({ date_number: date }) =>
    date === undefined ? undefined : { day: { day: "of_month", dates: [date] } },
  weekday_the_date: onThatDate,
  weekday_date: onDate("nothing"),
  weekday_late_date: (slots) =>
    (slots.date_number ?? 0) > LAST_HOUR ? onThatDate(slots) : undefined,
  weekday_date_time: (slots) => {
    const day = onThatDate(slots);
    const time = anyTime(slots);
    return day && time && { ...time, ...day };
  },
  weekday_date_dotted: (slots) => {
    const day = onThatDate(slots);
    const { hour, minute } = slots;
    const clock = hour && minute !== undefined ? clockOf(hour, minute) : undefined;
    return day && clock && { ...day, clocks: [clock] };
  },
  weekday_and_hour: ({ weekday, bare }) =>
    weekday && bare && { day: { day: "weekday", weekday, which: "plain" }, clocks: [bare] },
} satisfies Record<string, Build<Facts>>;
