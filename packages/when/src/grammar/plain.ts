import {
  digitsOf,
  exactly,
  hour,
  hourMinute,
  hourRun,
  number,
  ordinal,
  runDate,
  runTime,
  small,
} from "./plain/numbers.ts";
import { anyZone, fullOffset, offset, zoneName } from "./plain/zones.ts";
import type { ParseState } from "./parse-state.ts";
import type { Match, Plain, PlainValues } from "./values.ts";

const SIXTY = { least: 0, most: 59 };
// Four digits that are no time of day; due dates lie in this age.
const YEARS = { least: 1970, most: 9999 };

function shortYear(state: ParseState, at: number): Match<number> | undefined {
  const found = exactly(2, { least: 0, most: 99 })(state, at);
  return found && { value: 2000 + found.value, end: found.end };
}

/** What is read off the text itself, in every language alike. */
export const plain: {
  readonly [K in Plain]: (state: ParseState, at: number) => Match<PlainValues[K]> | undefined;
} = {
  number,
  digits: ({ tokens }, at) =>
    digitsOf(tokens[at]) === undefined ? undefined : { value: tokens[at]?.text ?? "", end: at + 1 },
  hour,
  minute: exactly(2, SIXTY),
  second: exactly(2, SIXTY),
  hour_minute: hourMinute,
  hour_run: hourRun,
  date_number: small,
  first: small,
  other: small,
  year: exactly(4, YEARS),
  short_year: shortYear,
  ordinal,
  run_date: runDate,
  run_time: runTime,
  zone_name: zoneName,
  any_zone: anyZone,
  offset,
  full_offset: fullOffset,
};
