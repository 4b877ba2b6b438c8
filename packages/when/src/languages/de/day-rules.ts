import type { Language } from "../../grammar/language.ts";
import { AFTER_NEXT, COMING, NEXT, THE, THIS } from "./inflections.ts";

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

/** How German speakers name a day. */
export const dayRules: Rules = {
  nth: [
    ["<ordinal>", "same"],
    ["<last_word>", "last"],
  ],
  weekdays: [
    ["<weekday> ~.?", "list"],
    ["<weekday> ,|und|&|/|+ <weekdays>", "list"],
    ["<weekday> , und|& <weekdays>", "list"],
    ["<weekday> -|–|bis <weekdays>", "range"],
  ],
  months: [
    ["<month>", "list"],
    ["<month> ,|und|& <months>", "list"],
    ["<month> , und <months>", "list"],
  ],
  plural_days: [
    ["<weekdays_word>", "list"],
    ["<weekdays_word> ,|und|&|/ <plural_days>", "list"],
    ["<weekdays_word> , und <plural_days>", "list"],
  ],
  dates: [
    ["<ordinal>", "list"],
    ["<ordinal> ,|und|& am|den? <dates>", "list"],
    ["<ordinal> , und den? <dates>", "list"],
    ["<date_number> ,|und|& <dates>", "list"],
    ["<ordinal> und am? letzten tag?", "and_last"],
    ["letzten tag", "last"],
  ],
  date: [
    ["<date_number> ~.? <month> ~.? ,? <year>?", "month_and_day"],
    ["<ordinal> <month> ,? <year>?", "month_and_day"],
    ["<date_number> ~. -|–|bis zum? <date>", "day_in_month"],
    ["<date_number> ~.? -|–|und|bis <date>", "day_in_month"],
    ["<ordinal> bis zum? <date>", "day_in_month"],
    ["<year> ~- ~<other> ~- ~<first>", "year_month_day"],
    ["<first> ~. ~<other> ~. ~<year>", "day_month_year"],
    ["<first> ~. ~<other> ~. ~<short_year>", "day_month_year"],
    ["<first> ~. <other> ~. <year>?", "day_month_year"],
  ],
  end_date: [["<date>", "same"]],
  numeric: [
    ["<first> ~. ~<other>", "day_first"],
    ["<first> ~/ ~<other> ~/ ~<year>", "day_first"],
    ["<first> ~- ~<other> ~- ~<year>", "day_first"],
  ],
  clear_day: [
    ["noch? <day_word> noch?", "shift"],
    ["<day_word> in <duration>", "days_from_day_word"],
    [`${THIS} <weekday>`, "this_weekday"],
    [`${THE}? ${COMING} <weekday>`, "coming_weekday"],
    [`${THE}? ${NEXT} <weekday>`, "next_weekday"],
    [`${THE}? ${AFTER_NEXT} <weekday>`, "weekday_in_a_week"],
    [`<weekday> ${THIS} woche`, "weekday_this_week"],
    [`${THIS} woche ,? am? <weekday>`, "weekday_this_week"],
    [`<weekday> ${NEXT} woche`, "weekday_next_week"],
    [`<weekday> ${COMING} woche`, "weekday_next_week"],
    [`${NEXT} woche ,? am? <weekday>`, "weekday_next_week"],
    [`${COMING} woche ,? am? <weekday>`, "weekday_next_week"],
    [`<weekday> ${AFTER_NEXT} woche`, "weekday_after_next_week"],
    [`${AFTER_NEXT} woche ,? am? <weekday>`, "weekday_after_next_week"],
    ["<weekday> in einer woche", "weekday_in_a_week"],
    ["<weekday> in acht tagen", "weekday_in_a_week"],
    ["<weekday> in 8 tagen", "weekday_in_a_week"],
    ["<weekday> in <duration>", "weekday_later"],
    ["in <duration> ,? am? <weekday>", "weekday_in_weeks"],
    ["in|innerhalb_von <number> werktagen|arbeitstagen", "workdays"],
    [`am? ${NEXT} werktag|arbeitstag`, "next_workday"],
    ["<duration> nach dem? <any_day>", "moved_on"],
    ["<duration> ab <any_day>", "moved_on"],
    ["<duration> vor dem? <any_day>", "moved_back"],
    ["am? tag nach <any_day>", "day_after"],
    ["am? tag vor <any_day>", "day_before"],
    [`${THE}? <date>`, "date"],
    ["<date> -|–|bis zum? <end_date>", "dates"],
    [`<weekday> ~.? ,? ${THE}? <date>`, "named_date"],
    [`<weekday> ~.? ,? ${THE}? <numeric>`, "named_date"],
    [`<weekday> ~.? ,? ${THE}? <dates>`, "of_month"],
    [`${THE}? <dates> des monats|dieses_monats`, "of_this_month"],
    [`<dates> ${NEXT} monats`, "of_next_month"],
    [`${NEXT} monat am <dates>`, "of_next_month"],
    [`am|${THE}? <nth> <countable> im|des|in <month> <year>?`, "nth"],
    [`am|${THE}? <nth> <countable> im|des monat|monats`, "nth"],
    [`am|${THE}? <nth> <countable> ${THIS} monats`, "nth_this_month"],
    [`am|${THE}? <nth> <countable> im? ${NEXT} monat|monats`, "nth_next_month"],
    [`${THE}? ende der|des|${THIS} <stretch>`, "end_of"],
    [`am? letzten tag der|des|${THIS} <stretch>`, "end_of"],
    [`ende ${NEXT} <stretch>`, "end_of_next"],
    [`ende ${COMING} <stretch>`, "end_of_next"],
    [`${THIS} <stretch>`, "this_stretch"],
    [`irgendwann ${THIS} <stretch>`, "end_of"],
    ["wochenschluss", "end_of_week"],
    ["monatsende|monatsletzten|ultimo", "end_of_month"],
    ["jahresende", "end_of_year"],
    ["jahreswechsel", "start_of_next_year"],
    [`anfang|beginn der|des|${THIS} <stretch>`, "start_of"],
    [`am? ersten tag der|des|${THIS} <stretch>`, "start_of"],
    [`anfang|beginn ${NEXT} <stretch>`, "start_of_next"],
    [`anfang|beginn ${COMING} <stretch>`, "start_of_next"],
    [`im? ${NEXT} <stretch>`, "next_stretch"],
    [`im? ${COMING} <stretch>`, "next_stretch"],
    [`im? ${AFTER_NEXT} <stretch>`, "start_after_next"],
    [`mitte der|des|${THIS} <stretch>`, "middle_of"],
    [`mitte ${NEXT} <stretch>`, "middle_of_next"],
    ["ende <month> <year>?", "end_of_named_month"],
    ["anfang|beginn <month> <year>?", "start_of_named_month"],
    ["mitte <month> <year>?", "middle_of_named_month"],
    ["im neuen jahr", "start_of_next_year"],
    [`am|das|${THIS} wochenende`, "this_weekend"],
    [`am|das? ${COMING} wochenende`, "this_weekend"],
    [`am|das? ${NEXT} wochenende`, "next_weekend"],
    [`am|das? ${AFTER_NEXT} wochenende`, "weekend_after_next"],
  ],
  month_day: [
    ["<month> <year>?", "named"],
    [`${NEXT} <month>`, "next_named"],
    [`${THIS} <month>`, "this_named"],
  ],
  any_day: [
    ["<clear_day>", "same"],
    ["<weekday> ~.?", "weekday"],
    ["<weekdays>", "weekdays"],
    ["<numeric>", "numeric"],
    [`${THE}? <dates>`, "of_month"],
    ["<feast> <year>?", "feast"],
    [`${NEXT} <feast>`, "feast"],
  ],
  days_out: [
    ["<any_day>", "list"],
    ["<any_day> ,|und|& am? <days_out>", "list"],
  ],
};
