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

/** How English speakers say lengths of time, clock times and zones. */
export const timeRules: Rules = {
  amount: [
    ["<number> and_a_half", "plus_half"],
    ["<number> ~. ~<digits>", "decimal"],
    ["<number>", "same"],
    ["<number> ~½", "plus_half"],
    ["<number> ~, ~<digits>", "decimal"],
    ["a? half a|an?", "half"],
    ["1 ~/ ~2 a|an?", "half"],
    ["½ a|an?", "half"],
    ["a|an|one", "one"],
    ["a? couple of?", "two"],
    ["a dozen", "dozen"],
  ],
  duration: [
    ["<amount> <unit>", "single"],
    ["<amount> ~<unit_letter>", "letter"],
    ["<amount> <unit> and_a_half|&_a_half", "and_a_half"],
    ["<amount> <unit> ,? and? <duration>", "joined"],
    ["<amount> ~<unit_letter> ,? and? <duration>", "joined"],
    ["<number> ~h ~<minute>", "hours_minutes"],
    ["a? quarter of? an hour", "quarter_hour"],
    ["quarter hour", "quarter_hour"],
    ["three quarters of? an hour", "three_quarter_hour"],
    ["3 ~/ ~4 of? an? hour", "three_quarter_hour"],
  ],
  half_said: [
    ["<half>", "same"],
    ["a ~. ~m ~.?", "am"],
    ["p ~. ~m ~.?", "pm"],
    ["a m", "am"],
    ["p m", "pm"],
  ],
  clock: [
    ["<hour> ~: ~<minute> ~: ~<second> <half_said>?", "written"],
    ["<hour> ~: ~<minute> ~: ~<second> ~.|, ~<digits> <half_said>?", "written"],
    ["<hour> ~: ~<minute> ~a", "written_am"],
    ["<hour> ~: ~<minute> ~p", "written_pm"],
    ["<hour> <minute> <half_said>", "written"],
    ["oh|zero? <number> hundred hours|hrs", "hundred_hours"],
    ["oh|zero <number> hundred", "hundred_hours"],
    ["<hour> ~: ~<minute> <half_said>?", "written"],
    ["<hour> ~. ~<minute> <half_said>", "written"],
    ["<hour> ~. ~<minute> hours|hrs|h", "written"],
    ["<hour> <half_said>", "written"],
    ["<hour> o'clock|oclock|o_clock|o'_clock <half_said>?", "written"],
    ["<hour> ~h ~<minute>", "written"],
    ["<hour> ~-? <minute_word> <half_said>?", "spoken"],
    ["half past <hour> <half_said>?", "half_past"],
    ["a? quarter past|after <hour> <half_said>?", "quarter_past"],
    ["a? quarter to|of|till|before <hour> <half_said>?", "quarter_to"],
    ["half past <named_clock>", "half_past_named"],
    ["a? quarter past|after <named_clock>", "quarter_past_named"],
    ["a? quarter to|of|till|before <named_clock>", "quarter_to_named"],
    ["<five_minutes> past|after <named_clock>", "past_named"],
    ["<five_minutes> to|till <named_clock>", "to_named"],
    ["<five_minutes> past|after <hour> <half_said>?", "past"],
    ["<number> past <hour> <half_said>?", "past_in_fives"],
    ["<five_minutes> to|till <hour> <half_said>?", "to"],
    ["<number> minutes|mins|min past|after <hour> <half_said>?", "past"],
    ["<number> minutes|mins|min to|till|before <hour> <half_said>?", "to"],
    ["<hour_minute> hours|hrs|h", "joined"],
    ["<hour_run> <half>", "run"],
  ],
  named_clock: [
    ["12|twelve? noon|midday|mid_day|noonish", "noon"],
    ["12|twelve? midnight", "midnight"],
  ],
  named_time: [
    ["<named_clock> sharp|exactly?", "single"],
    ["<named_clock> ,? <zone>", "zoned"],
    ["<named_clock> -|–|to|until|till <end_clock>", "range"],
  ],
  bare: [
    ["<hour>", "hour"],
    ["<hour> ~-? ~ish", "hour"],
    ["half <hour>", "half_past"],
  ],
  end_clock: [
    ["<clock>", "clock"],
    ["<bare>", "bare"],
    ["<named_clock>", "named"],
  ],
  time: [
    ["<clock> sharp|exactly?", "single"],
    ["<clock> ~-? ~ish", "single"],
    // "12:00-13:00" is no distance from UTC; "12:00 -13:00" and, with its date, "T12:00-05:00" are.
    ["<clock> ~- ~<end_clock>", "range"],
    ["<clock> ,? <zone>", "zoned"],
    ["<clock> in_the|at <period>", "in_period"],
    ["<clock> -|–|to <end_clock> <zone>?", "range"],
    ["<bare> -|–|to|until|till <clock> <zone>?", "range_hours"],
    ["<clock> until|till <time>", "range_until"],
    ["<clock> and|& <time>", "either"],
    ["<clock> , and|&? <time>", "either"],
    ["<clock> / <time>", "either"],
    ["<clock> <time>", "either"],
  ],
  bare_time: [
    ["<bare> sharp|exactly?", "single"],
    ["<bare> <zone>", "zoned"],
    ["<bare> in_the|at <period>", "in_period"],
    ["<bare> -|–|to|until|till <end_clock>", "range"],
    ["<bare> ,|and|& <bare_time>", "either"],
    ["<bare> and|& <time>", "either"],
  ],
  zone: [
    ["<zone_letters> time?", "letters"],
    ["<zone_word> local? time", "word"],
    ["in <zone_word> time", "word"],
    ["<zone_name> time?", "name"],
    ["utc|gmt <offset>", "from_utc"],
    ["<full_offset>", "from_utc"],
    ["<full_offset> ,? <zone_name>", "exact"],
    ["( <zone> )", "inner"],
    ["[ <zone> ]", "inner"],
    ["<full_offset> [ <zone_name> ]", "exact"],
    ["my|our|local time", "own"],
  ],
};
