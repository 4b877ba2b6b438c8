import { canonicalZone } from "@todo-mesh/recurrence";
import { textAt, type Token } from "../../text/tokens.ts";
import type { ParseState } from "../parse-state.ts";
import type { Match, PlainValues } from "../values.ts";
import { digitsOf } from "./numbers.ts";

const SIGNS: Readonly<Record<string, 1 | -1>> = { "+": 1, "-": -1 };

interface Distance {
  readonly minutes: number;
  /** How many tokens it is written in, beside its sign. */
  readonly length: number;
}

const FARTHEST = 18;

const distanceOf = (hours = NaN, minutes = NaN, length = 1): Distance | undefined =>
  hours <= FARTHEST && minutes <= 59 ? { minutes: hours * 60 + minutes, length } : undefined;

function distance([first, colon, last]: readonly Token[]): Distance | undefined {
  if (first?.text.length === 4) {
    const joined = digitsOf(first, 4) ?? NaN;
    return distanceOf(Math.floor(joined / 100), joined % 100);
  }
  const hours = digitsOf(first, 2);
  const hasMinutes = colon?.text === ":" && last?.glued === true;
  return hasMinutes ? distanceOf(hours, digitsOf(last, 2), 3) : distanceOf(hours, 0);
}

/** Minutes east: `+2`, `-05:30`, `+0530`. */
export function offset({ tokens }: ParseState, at: number): Match<number> | undefined {
  const sign = SIGNS[textAt(tokens, at)];
  if (sign === undefined || !tokens[at + 1]?.glued) return undefined;
  const found = distance(tokens.slice(at + 1, at + 4));
  return found && { value: sign * found.minutes, end: at + 1 + found.length };
}

/** With its minutes, so that it cannot be "2-1". */
export function fullOffset(state: ParseState, at: number): Match<number> | undefined {
  const found = offset(state, at);
  const isFull = found?.end === at + 4 || state.tokens[at + 1]?.text.length === 4;
  return isFull ? found : undefined;
}

const LONGEST = 64;
const ZONE_RUN = /[A-Za-z0-9_+\-/]{1,64}/y;

function runFrom(source: string, at: number): string {
  ZONE_RUN.lastIndex = at;
  return ZONE_RUN.exec(source)?.[0] ?? "";
}

/** An IANA name that begins here: `Europe/Rome`. */
export function anyZone(
  { source, tokens }: ParseState,
  at: number,
): Match<PlainValues["any_zone"]> | undefined {
  const from = tokens[at];
  const name = from?.kind === "word" ? runFrom(source, from.start) : "";
  const zone = canonicalZone(name);
  if (!from || zone === undefined) return undefined;
  const beyond = from.start + name.length;
  const length = tokens.slice(at, at + LONGEST).filter(({ start }) => start < beyond).length;
  return { value: { kind: "named", zones: [zone] }, end: at + length };
}

/** One with a stroke in it, which no other word has. */
export const zoneName: typeof anyZone = (state, at) =>
  textAt(state.tokens, at + 1) === "/" ? anyZone(state, at) : undefined;
