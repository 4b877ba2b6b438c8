import type { Due, DueInput } from "@todo-mesh/contracts";
import { Temporal } from "temporal-polyfill";
import { resolveDue } from "../due.ts";
import { type ClockTime, readClock } from "./clock.ts";
import { type Day, readDay } from "./day.ts";
import { readSpan } from "./span.ts";

/** What a phrase means. `rolled`: that time was past today, so it is tomorrow's (or next week's). */
export type TimeReading =
  | { readonly kind: "instant"; readonly due: Due; readonly rolled: boolean }
  | { readonly kind: "unclear"; readonly why: "no-clock" | "past" | "impossible" };

/** A time phrase in a sentence: what it means, how it was said, and the sentence without it. */
export interface TimeInText {
  readonly reading: TimeReading;
  readonly phrase: string;
  readonly rest: string;
}

// The longest phrase there is: "at 9 p.m. on the 2026-12-03".
const MOST_WORDS = 6;

/**
 * Finds the time phrase that ends or begins a sentence and resolves it in the person's zone; the
 * longest wins. Undefined: none there ("buy 2 tickets to Room 9" has no time).
 */
export function understandTime(text: string, now: Date, timezone: string): TimeInText | undefined {
  const words = text.split(" ").filter((word) => word !== "");
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count -= 1) {
    for (const start of [words.length - count, 0]) {
      const phrase = words.slice(start, start + count).join(" ");
      const reading = readPhrase(phrase, now, timezone);
      if (!reading) continue;
      const rest = [...words.slice(0, start), ...words.slice(start + count)].join(" ");
      return { reading, phrase, rest };
    }
  }
  return undefined;
}

/** What these words mean, if they are a time phrase and nothing else. */
export function readPhrase(said: string, now: Date, timezone: string): TimeReading | undefined {
  const phrase = said.toLowerCase().replace(/[.,!?]+$/, "");
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone);
  const span = readSpan(phrase, here);
  if (span) return span === "impossible" ? unclear("impossible") : atInstant(span);
  const parts = splitDayAndClock(phrase, here.toPlainDate());
  if (!parts) return undefined;
  const { day, clock } = parts;
  if (day === "impossible" || clock === "impossible") return unclear("impossible");
  return clock ? onTheWall(day, clock, here) : unclear("no-clock");
}

interface DayAndClock {
  readonly day?: Day | "impossible";
  readonly clock?: ClockTime | "impossible";
}

// A day, a time of day, or both in either order; a bare number is a time of day only after "at".
function splitDayAndClock(phrase: string, today: Temporal.PlainDate): DayAndClock | undefined {
  const whole = readDay(phrase, today);
  if (whole) return { day: whole };
  const alone = clockOf(phrase);
  if (alone) return { clock: alone };
  const words = phrase.split(" ");
  for (let cut = 1; cut < words.length; cut += 1) {
    const [head, tail] = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
    for (const [one, other] of [
      [head, tail],
      [tail, head],
    ] as const) {
      const day = readDay(one, today);
      const clock = day && clockOf(other);
      if (clock) return { day, clock };
    }
  }
  return undefined;
}

function clockOf(text: string): ClockTime | "impossible" | undefined {
  const named = text.startsWith("at ") ? text.slice(3) : text;
  const clock = readClock(named);
  if (named === text && (clock === "impossible" || clock?.bare)) return undefined;
  return clock;
}

function onTheWall(
  day: Day | undefined,
  { hour, minute, second }: ClockTime,
  here: Temporal.ZonedDateTime,
): TimeReading {
  const date = day?.date ?? here.toPlainDate();
  const onDay = (days: number): Due | undefined => {
    const wall = date.add({ days }).toPlainDateTime({ hour, minute, second });
    return dueOf({ local: wall.toString(), timezone: here.timeZoneId });
  };
  const first = onDay(0);
  if (first && Date.parse(first.at) > here.epochMilliseconds) return instant(first, false);
  if (day?.fixed) return unclear("past");
  return instant(onDay(day ? 7 : 1), true);
}

function atInstant(moment: Temporal.ZonedDateTime): TimeReading {
  const at = new Date(moment.epochMilliseconds).toISOString();
  return instant(dueOf({ at, timezone: moment.timeZoneId }), false);
}

function dueOf(input: DueInput): Due | undefined {
  const resolved = resolveDue(input);
  return resolved.kind === "due" ? resolved.due : undefined;
}

const instant = (due: Due | undefined, rolled: boolean): TimeReading =>
  due ? { kind: "instant", due, rolled } : unclear("impossible");
const unclear = (why: "no-clock" | "past" | "impossible"): TimeReading => ({
  kind: "unclear",
  why,
});
