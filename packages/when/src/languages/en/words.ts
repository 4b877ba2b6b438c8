import type { Language } from "../../grammar/language.ts";
import { adverbs } from "./adverbs.ts";
import { months, weekdays } from "./calendar.ts";
import { holidays } from "./holidays.ts";
import { spelled } from "./list.ts";
import { numbers, ordinals } from "./numbers.ts";
import { zoneLetters, zoneWords } from "./zones.ts";

const unit = (
  count: number,
  of: "second" | "minute" | "hour" | "day" | "week" | "month" | "year",
) => ({ count, unit: of }) as const;

const TENS = { 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty" };

/** The minutes that are said right behind an hour: "three twenty", "ten oh five". */
const minuteWords = {
  ...spelled(5, "oh five", "o five", "zero five"),
  ten: 10,
  fifteen: 15,
  ...Object.fromEntries(
    Object.entries(TENS).flatMap(([count, name]) => [
      [name, Number(count)],
      ...[`${name} five`, `${name}-five`].map((word) => [word, Number(count) + 5] as const),
    ]),
  ),
};

export const words: Language["words"] = {
  number_word: numbers,
  ordinal_word: ordinals,
  last_word: {
    last: -1,
    "second to last": -2,
    "second last": -2,
    penultimate: -2,
    "next to last": -2,
    "last but one": -2,
    "last but two": -3,
  },
  five_minutes: { five: 5, ten: 10, twenty: 20, "twenty five": 25, "twenty-five": 25 },
  minute_word: minuteWords,
  // "Sat", "sun" and "wed" are words of their own: they count only beside "on", "next" or another time.
  clear_weekday: weekdays,
  weekday: { ...weekdays, wed: 3, sat: 6, sun: 7 },
  short_weekday: {},
  weekdays_word: {
    mondays: 1,
    tuesdays: 2,
    wednesdays: 3,
    thursdays: 4,
    fridays: 5,
    saturdays: 6,
    sundays: 7,
  },
  month: months,
  unit: {
    ...spelled(unit(1, "second"), "second", "seconds", "sec", "secs"),
    ...spelled(unit(1, "minute"), "minute", "minutes", "min", "mins", "minute's", "minutes'"),
    ...spelled(unit(1, "hour"), "hour", "hours", "hr", "hrs", "hour's", "h"),
    ...spelled(unit(1, "day"), "day", "days", "day's"),
    ...spelled(unit(1, "week"), "week", "weeks", "wk", "wks", "week's"),
    ...spelled(unit(2, "week"), "fortnight", "fortnights", "fortnight's"),
    ...spelled(unit(1, "month"), "month", "months", "month's"),
    ...spelled(unit(3, "month"), "quarter", "quarters"),
    ...spelled(unit(1, "year"), "year", "years", "yr", "yrs", "year's"),
  },
  unit_letter: {
    s: unit(1, "second"),
    m: unit(1, "minute"),
    h: unit(1, "hour"),
    d: unit(1, "day"),
    w: unit(1, "week"),
    mo: unit(1, "month"),
    y: unit(1, "year"),
  },
  stretch: { week: "week", month: "month", quarter: "quarter", year: "year" },
  day_word: {
    today: 0,
    tomorrow: 1,
    overmorrow: 2,
    ...spelled(1, "tmrw", "tmr", "tmw", "tomoz", "2moro", "2morrow"),
  },
  day_set: {
    ...spelled([1, 2, 3, 4, 5], "weekday", "weekdays", "workday", "workdays", "working day"),
    ...spelled([1, 2, 3, 4, 5], "working days", "business day", "business days", "week day"),
    ...spelled([6, 7], "weekend", "weekends", "weekend day", "weekend days"),
  },
  day_sets: {
    ...spelled([1, 2, 3, 4, 5], "weekdays", "workdays", "working days", "business days"),
    ...spelled([6, 7], "weekends"),
  },
  short_days: {
    ...spelled([1, 2, 3, 4, 5], "m-f", "mo-fr"),
    mwf: [1, 3, 5],
    ...spelled([2, 4], "t/th", "tth"),
  },
  countable: {
    ...weekdays,
    ...spelled(3, "wed"),
    // The first weekend is that of the first Saturday.
    ...spelled(6, "sat", "weekend"),
    ...spelled(7, "sun"),
    day: "day",
    ...spelled("workday", "weekday", "workday", "working day", "business day"),
  },
  period: {
    morning: "morning",
    "early morning": "early_morning",
    "early in the morning": "early_morning",
    "mid morning": "midmorning",
    "mid-morning": "midmorning",
    midmorning: "midmorning",
    afternoon: "afternoon",
    "mid afternoon": "afternoon",
    "mid-afternoon": "afternoon",
    arvo: "afternoon",
    "early afternoon": "afternoon",
    "late afternoon": "late_afternoon",
    evening: "evening",
    "early evening": "evening",
    "late evening": "late_night",
    night: "night",
    "late night": "late_night",
  },
  periods: {
    mornings: "morning",
    afternoons: "afternoon",
    evenings: "evening",
    nights: "night",
  },
  tonight: {
    tonight: "night",
    tonite: "night",
    "later tonight": "night",
    "last thing tonight": "late_night",
    "late tonight": "late_night",
  },
  moment: {
    ...spelled("breakfast", "breakfast", "breakfast time"),
    ...spelled("lunch", "lunch", "lunchtime", "lunch time", "lunch-time"),
    ...spelled("dinner", "dinner", "dinnertime", "dinner time", "supper", "suppertime"),
    ...spelled("bed", "bed", "bedtime"),
    ...spelled("end_of_day", "eod", "cob", "end of day", "end of the day", "day's end"),
    ...spelled("end_of_day", "close of business", "end of business", "close of play", "cop"),
    ...spelled("end_of_day", "end of play"),
  },
  moment_time: {
    ...spelled("lunch", "lunchtime", "lunch time", "lunch-time"),
    ...spelled("dinner", "dinnertime", "dinner time"),
    ...spelled("bed", "bedtime"),
  },
  holiday: holidays,
  half: { am: "am", pm: "pm" },
  adverb: adverbs,
  weekday_part: {},
  weekday_parts: {},
  small_zone: {
    et: zoneLetters.ET,
    ct: zoneLetters.CT,
    pt: zoneLetters.PT,
  },
  zone_word: zoneWords,
  zone_letters: zoneLetters,
};
