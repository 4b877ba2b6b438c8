import type { Language } from "../../grammar/language.ts";

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
>;

/** How English speakers name a day. */
export const dayRules: Rules = {
  nth: [
    ["<ordinal>", "same"],
    ["<last_word>", "last"],
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
    ["<date_number> of? <month> ,? <year>?", "month_and_day"],
    ["the? <ordinal> of? <month> ,? <year>?", "month_and_day"],
    ["<month> ~.? <date_number> ,? <year>?", "month_and_day"],
    ["<month> ~.? the? <ordinal> ,? <year>?", "month_and_day"],
    ["<date_number> ~- ~<month> ~- ~<year>", "month_and_day"],
    ["<month> <date_number> -|–|to <other>", "month_and_day"],
    ["<date_number> -|–|to <date>", "day_in_month"],
    ["<year> ~- ~<other> ~- ~<first>", "year_month_day"],
    ["<year> ~/ ~<other> ~/ ~<first>", "year_month_day"],
    ["<year> ~. ~<other> ~. ~<first>", "year_month_day"],
    ["<first> ~. ~<other> ~. ~<year>", "day_month_year"],
    ["<first> ~. ~<other> ~. ~<short_year>", "day_month_year"],
  ],
  end_date: [["<date>", "same"]],
  numeric: [
    ["<first> ~/ ~<other>", "either"],
    ["<first> ~/ ~<other> ~/ ~<year>", "either"],
    ["<first> ~/ ~<other> ~/ ~<short_year>", "either"],
    ["<first> ~- ~<other> ~- ~<year>", "either"],
  ],
  clear_day: [
    ["<day_word>", "shift"],
    ["the? day after tomorrow", "after_tomorrow"],
    ["later today", "today"],
    ["a? week <day_word>", "in_a_week"],
    ["<day_word> week", "in_a_week"],
    ["this <weekday>", "this_weekday"],
    ["this? coming|upcoming <weekday>", "coming_weekday"],
    ["the? next <weekday>", "next_weekday"],
    ["<weekday> this week", "weekday_this_week"],
    ["this week on? <weekday>", "weekday_this_week"],
    ["<weekday> of? next week", "weekday_next_week"],
    ["next week ,? on? <weekday>", "weekday_next_week"],
    ["<weekday> the? week after next", "weekday_after_next_week"],
    ["a? week on|from <weekday>", "weekday_in_a_week"],
    ["<weekday> week", "weekday_in_a_week"],
    ["the <weekday> after next", "weekday_in_a_week"],
    ["<weekday> in <duration>", "weekday_later"],
    ["<duration> on|from|after <any_day>", "moved_on"],
    ["<duration> before <any_day>", "moved_back"],
    ["the? day after <any_day>", "day_after"],
    ["the? day before <any_day>", "day_before"],
    ["<date>", "date"],
    ["<date> -|–|to|until|till|through <end_date>", "date"],
    ["<weekday> ,? the? <date>", "named_date"],
    ["<weekday> ,? the <dates>", "of_month"],
    ["the? <dates> of the? month", "of_month"],
    ["the <dates> of this month", "of_this_month"],
    ["the? <dates> of next month", "of_next_month"],
    ["the? <nth> <countable> of|in <month> <year>?", "nth"],
    ["the? <nth> <countable> of|in the month", "nth"],
    ["the? <nth> <countable> of|in this month", "nth_this_month"],
    ["the? <nth> <countable> of|in next month", "nth_next_month"],
    ["the? end of the|this? <stretch>", "end_of"],
    ["the? last day of the|this? <stretch>", "end_of"],
    ["the? end of next <stretch>", "end_of_next"],
    ["the? last day of next <stretch>", "end_of_next"],
    ["this week|month|quarter|year", "end_of"],
    ["later|sometime? this <stretch>", "end_of"],
    ["eow|week's_end", "end_of_week"],
    ["eom|month_end|month's_end", "end_of_month"],
    ["eoy|year_end|year's_end", "end_of_year"],
    ["the? start|beginning of the|this? <stretch>", "start_of"],
    ["the? start|beginning of next <stretch>", "start_of_next"],
    ["the? first day of the|this? <stretch>", "start_of"],
    ["the? first day of next <stretch>", "start_of_next"],
    ["early|sometime? next <stretch>", "start_of_next"],
    ["in? the? middle of the|this? <stretch>", "middle_of"],
    ["in? the? middle of next <stretch>", "middle_of_next"],
    ["mid ~-? next <stretch>", "middle_of_next"],
    ["midweek", "middle_of_week"],
    ["the? end of <month> <year>?", "end_of_named_month"],
    ["the? start|beginning of <month> <year>?", "start_of_named_month"],
    ["in? the? middle of <month> <year>?", "middle_of_named_month"],
    ["mid ~-? <month> <year>?", "middle_of_named_month"],
    ["in the new year", "start_of_next_year"],
    ["this|the weekend", "this_weekend"],
    ["this coming weekend", "this_weekend"],
    ["over|at the weekend", "this_weekend"],
    ["next weekend", "next_weekend"],
  ],
  month_day: [
    ["<month> <year>?", "named"],
    ["next <month>", "next_named"],
    ["this <month>", "this_named"],
  ],
  any_day: [
    ["<clear_day>", "same"],
    ["<weekday>", "weekday"],
    ["<weekdays>", "weekdays"],
    ["<numeric>", "numeric"],
    ["the? <dates>", "of_month"],
    ["<feast> <year>?", "feast"],
    ["this|next? <feast>", "feast"],
  ],
};
