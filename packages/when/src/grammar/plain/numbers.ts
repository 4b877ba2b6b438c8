import type { Token } from "../../text/tokens.ts";
import type { ParseState } from "../parse-state.ts";
import type { HourSaid, Match, PlainValues } from "../values.ts";

const MOST_DIGITS = 6;

/** A row of so many digits at most; full-width ones are plain by now, and no others count. */
export const digitsOf = (token: Token | undefined, most = MOST_DIGITS): number | undefined =>
  token?.kind === "number" && token.text.length <= most && /^[0-9]+$/.test(token.text)
    ? Number(token.text)
    : undefined;

interface Range {
  readonly least: number;
  readonly most: number;
}

const within = (value: number | undefined, { least, most }: Range, end: number) =>
  value !== undefined && value >= least && value <= most ? { value, end } : undefined;

type NumberList = "number_word" | "ordinal_word";

function spelled(
  { grammar, tokens }: ParseState,
  at: number,
  list: NumberList,
): number | undefined {
  const word = tokens[at]?.text;
  return word === undefined ? undefined : grammar.entries(list, word)[0]?.value;
}

const ONES = { least: 1, most: 9 };

/** The ones of "twenty five", "twenty-five", and so of "twenty-fifth". */
function ones(state: ParseState, at: number, list: NumberList): Match<number> | undefined {
  const next = state.tokens[at]?.text === "-" ? at + 1 : at;
  return within(spelled(state, next, list), ONES, next + 1);
}

export function number(state: ParseState, at: number): Match<number> | undefined {
  const written = digitsOf(state.tokens[at]);
  const value = written ?? spelled(state, at, "number_word");
  if (value === undefined) return undefined;
  const isTens = written === undefined && value >= 20 && value < 100;
  const rest = isTens ? ones(state, at + 1, "number_word") : undefined;
  return rest ? { value: value + rest.value, end: rest.end } : { value, end: at + 1 };
}

const DATES = { least: 1, most: 31 };

const isGluedOn = (token: Token | undefined): boolean =>
  token?.glued === true && (token.kind === "number" || token.kind === "word");

/** Digits and what makes them count; "19.30" is no nineteenth. */
function writtenOrdinal({ tokens, grammar }: ParseState, at: number, value: number) {
  const next = tokens[at + 1];
  const isEnd = next?.glued === true && grammar.ordinalEnds.has(next.text);
  return isEnd && !isGluedOn(tokens[at + 2]) ? within(value, DATES, at + 2) : undefined;
}

export function ordinal(state: ParseState, at: number): Match<number> | undefined {
  const written = digitsOf(state.tokens[at], 2);
  if (written !== undefined) return writtenOrdinal(state, at, written);
  const word = spelled(state, at, "ordinal_word");
  if (word !== undefined) return { value: word, end: at + 1 };
  const tens = spelled(state, at, "number_word");
  if (tens !== 20 && tens !== 30) return undefined;
  const rest = ones(state, at + 1, "ordinal_word");
  return rest && within(tens + rest.value, DATES, rest.end);
}

export function hour(state: ParseState, at: number): Match<HourSaid> | undefined {
  const written = digitsOf(state.tokens[at], 2);
  const found =
    written === undefined
      ? within(
          spelled(state, at, "number_word"),
          { least: 1, most: state.grammar.lastHourInWords },
          at + 1,
        )
      : within(written, { least: 0, most: 24 }, at + 1);
  const padded = state.tokens[at]?.text.startsWith("0") ?? false;
  return found && { value: { hour: found.value, padded }, end: found.end };
}

/** A number of exactly so many digits. */
export const exactly =
  (length: number, range: Range) =>
  ({ tokens }: ParseState, at: number): Match<number> | undefined =>
    tokens[at]?.text.length === length
      ? within(digitsOf(tokens[at], length), range, at + 1)
      : undefined;

/** The number of a day or a month. */
export const small = ({ tokens }: ParseState, at: number): Match<number> | undefined =>
  within(digitsOf(tokens[at], 2), DATES, at + 1);

export function hourMinute(
  state: ParseState,
  at: number,
): Match<PlainValues["hour_minute"]> | undefined {
  const found = exactly(4, { least: 0, most: 2359 })(state, at);
  if (!found || found.value % 100 > 59) return undefined;
  const [hours, minute] = [Math.floor(found.value / 100), found.value % 100];
  return { value: { hour: hours, minute, second: 0, sure: true }, end: found.end };
}

export function hourRun(
  { tokens }: ParseState,
  at: number,
): Match<PlainValues["hour_run"]> | undefined {
  const found = digitsOf(tokens[at], 4) ?? 0;
  const [hours, minute] = [Math.floor(found / 100), found % 100];
  return hours >= 1 && hours <= 12 && minute <= 59
    ? { value: { hour: hours, minute }, end: at + 1 }
    : undefined;
}

const RUN_DATE = /^(20\d\d)(0[1-9]|1[0-2])([0-3]\d)$/;

/** Year, month and day in one number. */
export function runDate(
  { tokens }: ParseState,
  at: number,
): Match<PlainValues["run_date"]> | undefined {
  const [, year, month, date] = RUN_DATE.exec(tokens[at]?.text ?? "") ?? [];
  if (date === undefined || Number(date) === 0) return undefined;
  const day = {
    day: "date",
    year: Number(year),
    month: Number(month),
    date: Number(date),
  } as const;
  return { value: day, end: at + 1 };
}

const RUN_TIME = /^([01]\d|2[0-4])([0-5]\d)([0-5]\d)?$/;

/** Hour, minute and second in one number. */
export function runTime(
  { tokens }: ParseState,
  at: number,
): Match<PlainValues["run_time"]> | undefined {
  const [, hours, minute, second = "0"] = RUN_TIME.exec(tokens[at]?.text ?? "") ?? [];
  if (hours === undefined) return undefined;
  const clock = { hour: Number(hours), minute: Number(minute), second: Number(second), sure: true };
  return { value: clock, end: at + 1 };
}
