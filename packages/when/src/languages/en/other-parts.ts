import type { Language } from "../../grammar/language.ts";

/** Reminders, what is over, and what our readings say beside a rule. */
export const otherParts: Language["rules"]["part"] = [
  ["<relative>", "relative", "led"],
  [
    ",|and|;|( and? remind|tell|notify|alert|warn|ping|nudge me|us <relative> )?",
    "relative",
    "shut",
  ],
  ["remind|tell|notify|alert|warn|ping|nudge me|us <relative>", "relative", "tail"],
  [",|and|;|(|with? a|the? reminder|alert|alarm|notification <relative> )?", "relative", "shut"],

  // What is over: no due date, and neither is an hour beside it.
  ["yesterday <period>?", "past"],
  ["the day before yesterday", "past"],
  ["last night|evening|week|month|year|quarter|weekend|summer|winter|spring|autumn|fall", "past"],
  ["last|previous|this_past|past <weekday> <period>?", "past"],
  ["last <month>", "past"],
  ["<duration> ago <day_word>?", "past"],
  ["<duration> ago ,? on <weekday>", "past"],
  ["a? few|several <unit> ago", "past"],
  ["on? <weekday> of? last week", "past"],
  ["earlier today", "past"],
  ["since <any_day>", "past"],
  ["since <time>", "past"],
  ["back in <month_day>", "past"],

  // What our readings say beside the rule.
  [",? counted from when it is done", "from_completion", "repeat"],
  ["at minute <number>", "aside", "repeat"],
  ["at minute <number> , second <number>", "aside", "repeat"],
  ["at second <number>", "aside", "repeat"],
  ["( the last day where there is none )", "aside", "repeat"],
  [",? in weeks that begin on <weekday>", "aside", "repeat"],
];
