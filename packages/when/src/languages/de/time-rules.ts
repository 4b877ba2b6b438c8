import type { Language } from "../../grammar/language.ts";

type Rules = Pick<
  Language["rules"],
  | "amount"
  | "duration"
  | "half_said"
  | "clock"
  | "named_clock"
  | "bare"
  | "end_clock"
  | "time"
  | "named_time"
  | "bare_time"
  | "zone"
>;

/** How German speakers say lengths of time, clock times and zones. */
export const timeRules: Rules = {
  amount: [
    ["<number> einhalb", "plus_half"],
    ["<number> ~, ~<digits>", "decimal"],
    ["<number>", "same"],
    ["eine|einer|einem|einen? halbe|halben|halber|halbes", "half"],
    ["1 ~/ ~2", "half"],
    ["½", "half"],
    ["anderthalb|eineinhalb|einundeinhalb", "one_and_a_half"],
    ["zweieinhalb", "two_and_a_half"],
    ["ein dutzend", "dozen"],
  ],
  duration: [
    ["<amount> <unit>", "single"],
    ["<amount> <unit> ~.", "single"],
    ["<amount> ~<unit_letter>", "letter"],
    ["<amount> <unit> ,? und? <duration>", "joined"],
    ["<amount> <unit> ~. ,? und? <duration>", "joined"],
    ["<amount> ~<unit_letter> ,? und? <duration>", "joined"],
    ["<number> ~h ~<minute>", "hours_minutes"],
    ["<number> h <minute>", "hours_minutes"],
    ["<number> dreiviertel|dreiviertelstunden stunden?", "three_quarter_hour"],
  ],
  half_said: [["<half>", "same"]],
  clock: [
    ["<hour> ~: ~<minute> ~: ~<second> uhr?", "as_written"],
    ["<hour> ~: ~<minute> uhr?", "as_written"],
    ["<hour> ~. ~<minute> uhr|h", "as_written"],
    ["<hour> ~: ~<minute> uhr? <half_said>", "written"],
    ["<hour> ~. ~<minute> uhr <half_said>", "written"],
    ["<hour> uhr <half_said>?", "written"],
    ["<hour> ~h", "written"],
    ["<hour> ~h ~<minute>", "as_written"],
    ["<hour> uhr <minute>", "as_written"],
    ["<hour> uhr <minute> <half_said>", "written"],
    ["<hour> uhr <minute_word>", "spoken"],
    ["<hour> uhr <minute_word> <half_said>", "spoken"],
    ["halb <hour> uhr? <half_said>?", "half_to"],
    ["viertel nach <hour> <half_said>?", "quarter_past"],
    ["viertel vor <hour> <half_said>?", "quarter_to"],
    ["dreiviertel|drei_viertel <hour> <half_said>?", "quarter_to"],
    ["<five_minutes> nach <hour> <half_said>?", "past"],
    ["<five_minutes> vor <hour> <half_said>?", "to"],
    ["<five_minutes> vor halb <hour> <half_said>?", "before_half"],
    ["<five_minutes> nach halb <hour> <half_said>?", "after_half"],
    ["<number> minuten|min? vor halb <hour> <half_said>?", "before_half"],
    ["<number> minuten|min? nach halb <hour> <half_said>?", "after_half"],
    ["<number> nach <hour> uhr? <half_said>?", "past_in_fives"],
    ["<number> vor <hour> uhr? <half_said>?", "to_in_fives"],
    ["<number> minuten|min nach <hour> uhr? <half_said>?", "past"],
    ["<number> minuten|min vor <hour> uhr? <half_said>?", "to"],
    ["<hour_minute> uhr", "joined"],
  ],
  named_clock: [
    ["mittag|mittags|zwölf_uhr_mittags", "noon"],
    ["mitternacht|mitternachts", "midnight"],
  ],
  named_time: [
    ["punkt|pünktlich? <named_clock>", "single"],
    ["<named_clock> ,? <zone>", "zoned"],
  ],
  bare: [["<hour>", "hour"]],
  end_clock: [
    ["<clock>", "clock"],
    ["<bare>", "bare"],
    ["<named_clock>", "named"],
  ],
  time: [
    ["punkt|pünktlich|genau|exakt|circa|ca|etwa|ungefähr? <clock>", "single"],
    ["ca ~. <clock>", "single"],
    ["<clock> pünktlich|genau", "single"],
    ["<clock> <periods>", "in_period"],
    ["<clock> am|in_der <period>", "in_period"],
    // "12:00-13:00" is no distance from UTC.
    ["<clock> ~- ~<end_clock> uhr?", "range"],
    ["<clock> ,? <zone>", "zoned"],
    ["<clock> -|–|bis um? <end_clock> <zone>?", "range"],
    ["<bare> -|–|bis um? <clock> <zone>?", "range_hours"],
    ["<clock> oder|und|& um? <time>", "either"],
    ["<clock> , und|oder? um? <time>", "either"],
    ["<clock> / <time>", "either"],
    ["<bare> oder|und|, um? <clock>", "either_bare"],
  ],
  bare_time: [
    ["punkt|pünktlich|genau|exakt|circa|ca|etwa|ungefähr? <bare>", "single"],
    ["ca ~. <bare>", "single"],
    ["<bare> <zone>", "zoned"],
    ["<bare> <periods>", "in_period"],
    ["<bare> am|in_der <period>", "in_period"],
    ["<bare> -|–|bis <end_clock>", "range"],
    ["<bare> ,|oder|und|& <bare_time>", "either"],
    ["<bare> und|oder|& <time>", "either"],
  ],
  zone: [
    ["<zone_letters> zeit?", "letters"],
    ["<zone_word> orts? zeit", "word"],
    ["<zone_word> ortszeit", "word"],
    ["<zone_name> zeit?", "name"],
    ["utc|gmt <offset>", "from_utc"],
    ["<full_offset>", "from_utc"],
    ["<full_offset> ,? <zone_name>", "exact"],
    ["( <zone> )", "inner"],
    ["meiner|unserer zeit", "own"],
    ["ortszeit", "own"],
  ],
};
