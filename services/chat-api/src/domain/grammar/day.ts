import { Temporal } from "temporal-polyfill";

/** A day as someone says it. `fixed`: it names one date, so that a past time on it is past for good. */
export interface Day {
  readonly date: Temporal.PlainDate;
  readonly fixed: boolean;
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `today`, `tomorrow`, `friday`, `2026-12-03`, each with or without "on". A weekday is the next one, today included. */
export function readDay(text: string, today: Temporal.PlainDate): Day | "impossible" | undefined {
  if (text === "today") return { date: today, fixed: true };
  if (text === "tomorrow") return { date: today.add({ days: 1 }), fixed: true };
  const named = text.replace(/^on /, "");
  if (ISO_DATE.test(named)) return isoDay(named);
  const weekday = WEEKDAYS.indexOf(named);
  if (weekday === -1) return undefined;
  const ahead = (weekday + 1 - today.dayOfWeek + 7) % 7;
  return { date: today.add({ days: ahead }), fixed: false };
}

function isoDay(text: string): Day | "impossible" {
  try {
    return { date: Temporal.PlainDate.from(text), fixed: true };
  } catch {
    return "impossible";
  }
}
