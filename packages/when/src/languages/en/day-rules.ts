import type { Language } from "../../grammar/language.ts";
import { clearDays } from "./clear-days.ts";

type Rules = Pick<
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

/** How English speakers name a day. */
export const dayRules: Rules = {
  nth: [
    ["<ordinal>", "same"],
    ["<last_word>", "last"],
    ["<ordinal> -? to? -? last", "from_end"],
  ],
  weekdays: [
    ["<weekday>", "list"],
    ["<weekday> ,|and|&|/|+ <weekdays>", "list"],
    ["<weekday> , and|& <weekdays>", "list"],
    ["<weekday> <weekdays>", "list"],
    ["<weekday> -|–|to|through|thru <weekdays>", "range"],
  ],
  months: [
    ["<month>", "list"],
    ["<month> ,|and|& <months>", "list"],
    ["<month> , and <months>", "list"],
  ],
  plural_days: [
    ["<weekdays_word>", "list"],
    ["<weekdays_word> ,|and|&|/ <plural_days>", "list"],
    ["<weekdays_word> , and <plural_days>", "list"],
    ["<weekday> ,|and|&|/ <plural_days>", "mixed"],
  ],
  dates: [
    ["<ordinal>", "list"],
    ["<ordinal> ,|and|& the? <dates>", "list"],
    ["<ordinal> , and the? <dates>", "list"],
    ["<date_number> ,|and|& the? <dates>", "list"],
    ["<ordinal> and the? last day?", "and_last"],
    ["last day", "last"],
  ],
  date: [
    ["<date_number> ~.? of? <month> ~.? ,? <year>?", "month_and_day"],
    ["the? <ordinal> of? <month> ~.? ,? <year>?", "month_and_day"],
    ["<month> ~.? <date_number> ,? <year>?", "month_and_day"],
    ["<month> ~.? the? <ordinal> ,? <year>?", "month_and_day"],
    ["<date_number> ~.? of? <month> ~.? ,? '? <short_year>", "month_and_day"],
    ["the? <ordinal> of? <month> ~.? ,? '? <short_year>", "month_and_day"],
    ["<month> ~.? <date_number> ,? '? <short_year>", "month_and_day"],
    ["<month> ~.? the? <ordinal> ,? '? <short_year>", "month_and_day"],
    ["<year> ,? <month> the? <date_number>", "month_and_day"],
    ["<year> ,? <month> the? <ordinal>", "month_and_day"],
    ["<year> ,? the? <date_number> of? <month>", "month_and_day"],
    ["<year> ,? the? <ordinal> of? <month>", "month_and_day"],
    ["<date_number> ~- ~<month>", "month_and_day"],
    ["<date_number> ~-|/|. ~<month> ~-|/|. ~<year>", "month_and_day"],
    ["<date_number> ~-|/|. ~<month> ~-|/|. ~<short_year>", "month_and_day"],
    ["<date_number> ~<month> ~<short_year>", "month_and_day"],
    ["<month> ~- ~<date_number> ~- ~<year>", "month_and_day"],
    ["<year> ~- ~<month> ~- ~<date_number>", "month_and_day"],
    ["<month> <date_number> -|–|to <other> ,? <year>?", "days_of_month"],
    ["<date_number> -|–|to <date>", "day_in_month"],
    ["the? <ordinal> -|–|to the? <date>", "day_in_month"],
    ["<year> ~- ~<other> ~- ~<first>", "year_month_day"],
    ["<year> ~/ ~<other> ~/ ~<first>", "year_month_day"],
    ["<year> ~. ~<other> ~. ~<first>", "year_month_day"],
    ["<first> ~. ~<other> ~. ~<year>", "day_month_year"],
    ["<first> ~. ~<other> ~. ~<short_year>", "day_month_year"],
    ["<first> ~. <other> ~. <year>", "day_month_year"],
    ["<year> ~-? ~w ~<minute> ~-? ~<first>", "iso_week_day"],
    ["<year> ~-? ~w ~<minute>", "iso_week_day"],
  ],
  end_date: [["<date>", "same"]],
  numeric: [
    ["<first> ~/ ~<other>", "either"],
    ["<first> ~/ ~<other> ~/ ~<year>", "either"],
    ["<first> ~/ ~<other> ~/ ~<short_year>", "either"],
    ["<first> / <other> / <year>", "either"],
    ["<first> ~- ~<other> ~- ~<year>", "either"],
    ["<first> ~- ~<other> ~- ~<short_year>", "either"],
  ],
  clear_day: clearDays,
  month_day: [
    ["<month> <year>?", "named"],
    ["<month> ,? of|in <year>", "named"],
    ["<month> ,? next year", "named_next_year"],
    ["<month> ,? this year", "named_this_year"],
    ["next <month>", "next_named"],
    ["this <month>", "this_named"],
  ],
  any_day: [
    ["<clear_day>", "same"],
    ["<weekday>", "weekday"],
    ["<weekdays>", "weekdays"],
    ["<numeric>", "numeric"],
    ["the <dates>", "of_month"],
    ["the <date_number>", "of_month_number"],
    ["<date_number> ~st|nd|rd|th", "of_month_number"],
    ["<feast> <year>?", "feast"],
    ["this|next? <feast>", "feast"],
  ],
  days_out: [
    ["<any_day>", "list"],
    ["<any_day> ,|and|& on? <days_out>", "list"],
  ],
};
