import { momentFrom } from "@todo-mesh/recurrence";
import type { Candidate, Meaning } from "@todo-mesh/when";

/** Why a time cannot be kept as it was said. `day`: what was understood of it. */
export interface Doubt {
  readonly why: "no-clock" | "past" | "impossible" | "relative";
  readonly day?: string | undefined;
}

/** What a task needs to be told before it can be due then, or ring if it is to; undefined when nothing is missing. */
export function doubtOf(meaning: Meaning, rings: boolean, now: Date): Doubt | undefined {
  if (meaning.kind === "none" || meaning.kind === "ambiguous") return undefined;
  if (meaning.kind === "offset") return { why: "relative" };
  if ("past" in meaning && meaning.past) return { why: "past" };
  if (isOfDays(meaning)) return withoutClock(meaning, rings);
  return ringsInThePast(meaning, now) ? { why: "past" } : undefined;
}

const isOfDays = (meaning: Candidate): boolean =>
  meaning.kind === "date" || (meaning.kind === "recurrence" && meaning.all_day);

// A day rings only if the sentence tells at what time of day.
function withoutClock(meaning: Candidate, rings: boolean): Doubt | undefined {
  const { remind } = meaning;
  if (remind) return "days" in remind && remind.time ? undefined : { why: "no-clock" };
  if (!rings) return undefined;
  const day = meaning.kind === "date" ? `on ${meaning.reading}` : meaning.phrase;
  return { why: "no-clock", day };
}

const ringsInThePast = (meaning: Candidate, now: Date): boolean =>
  meaning.kind === "instant" &&
  meaning.remind !== undefined &&
  momentFrom(meaning, meaning.remind).at <= now;
