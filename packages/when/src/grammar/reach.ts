import type { Token } from "../text/tokens.ts";
import type { Grammar } from "./compile.ts";
import { ENDS_BETWEEN, GOES_ON, type Pair } from "./pair.ts";
import type { Plain } from "./values.ts";

const EITHER = ENDS_BETWEEN | GOES_ON;

type Family = "digits" | "number" | "hour" | "ordinal" | "offset" | "zone_name" | "any_zone";

const FAMILIES: Readonly<Record<Plain, Family>> = {
  number: "number",
  hour: "hour",
  ordinal: "ordinal",
  digits: "digits",
  minute: "digits",
  second: "digits",
  hour_minute: "digits",
  hour_run: "digits",
  date_number: "digits",
  first: "digits",
  other: "digits",
  year: "digits",
  short_year: "digits",
  run_date: "digits",
  run_time: "digits",
  offset: "offset",
  full_offset: "offset",
  zone_name: "zone_name",
  any_zone: "any_zone",
};

/** The tens go on: "twenty five", "twenty fifth". */
const TENS = 20;

const numberWord = ({ entries }: Grammar, { text }: Token): number =>
  entries("number_word", text)[0]?.value ?? 0;

// "Twenty" is no hour of a clock with twelve.
const isHourWord = (grammar: Grammar, token: Token): boolean => {
  const value = numberWord(grammar, token);
  return value > 0 && value <= grammar.lastHourInWords;
};

const isOrdinal = ({ entries }: Grammar, { text }: Token): boolean =>
  entries("ordinal_word", text).length > 0;

const BEGINNINGS: Readonly<Record<Family, (grammar: Grammar, token: Token) => boolean>> = {
  digits: (_, { kind }) => kind === "number",
  number: (grammar, token) => token.kind === "number" || numberWord(grammar, token) > 0,
  hour: (grammar, token) => token.kind === "number" || isHourWord(grammar, token),
  ordinal: (grammar, token) =>
    token.kind === "number" || isOrdinal(grammar, token) || numberWord(grammar, token) >= TENS,
  offset: (_, { text }) => text === "+" || text === "-",
  zone_name: (_, { kind }) => kind === "word",
  any_zone: (_, { kind }) => kind === "word",
};

/** How many digits such a number has; more than seven are told apart by nothing but the look itself. */
const DIGITS: Readonly<Partial<Record<Plain, readonly [least: number, most: number]>>> = {
  minute: [2, 2],
  second: [2, 2],
  short_year: [2, 2],
  year: [4, 4],
  hour: [1, 2],
  hour_minute: [4, 4],
  hour_run: [3, 4],
  date_number: [1, 2],
  first: [1, 2],
  other: [1, 2],
  run_date: [7, Infinity],
  run_time: [4, 6],
};

function hasDigits(slot: Plain, { kind, text }: Token): boolean {
  const [least, most] = DIGITS[slot] ?? [0, Infinity];
  return kind !== "number" || (text.length >= least && text.length <= most);
}

/** Whether such a thing can begin with this token; a quick look, so that most rules need not be tried. */
export const canBegin = (slot: Plain, grammar: Grammar, token: Token): boolean =>
  hasDigits(slot, token) && BEGINNINGS[FAMILIES[slot]](grammar, token);

const whenGluedNumber = (two: Token | undefined): number =>
  two?.kind === "number" && two.glued ? GOES_ON : 0;

const whenOrdinalEnd = (two: Token | undefined, { ordinalEnds }: Grammar): number =>
  two?.glued && ordinalEnds.has(two.text) ? GOES_ON : 0;

const ONES = 9;

const isOnes = (value: number): boolean => value > 0 && value <= ONES;

/** "Twenty" goes on with "five", "fifth" or "-five", and with nothing else. */
const whenOnes = (
  list: "number_word" | "ordinal_word",
  two: Token | undefined,
  grammar: Grammar,
) =>
  two?.text === "-" || isOnes(grammar.entries(list, two?.text ?? "")[0]?.value ?? 0) ? GOES_ON : 0;

const numberReach = ({ one, two }: Pair, grammar: Grammar): number =>
  numberWord(grammar, one) >= TENS
    ? ENDS_BETWEEN | whenOnes("number_word", two, grammar)
    : ENDS_BETWEEN;

const ordinalReach = ({ one, two }: Pair, grammar: Grammar): number => {
  if (one.kind === "number") return whenOrdinalEnd(two, grammar);
  return isOrdinal(grammar, one) ? ENDS_BETWEEN : whenOnes("ordinal_word", two, grammar);
};

const REACHES: Readonly<Record<Family, (pair: Pair, grammar: Grammar) => number>> = {
  digits: () => ENDS_BETWEEN,
  number: numberReach,
  hour: () => ENDS_BETWEEN,
  ordinal: ordinalReach,
  offset: ({ two }) => whenGluedNumber(two),
  zone_name: ({ two }) => (two?.text === "/" ? EITHER : 0),
  any_zone: () => EITHER,
};

/** Whether such a thing can end between two tokens, or go on with the second. */
export const plainReach = (slot: Plain, grammar: Grammar, pair: Pair): number =>
  canBegin(slot, grammar, pair.one) ? REACHES[FAMILIES[slot]](pair, grammar) : 0;
