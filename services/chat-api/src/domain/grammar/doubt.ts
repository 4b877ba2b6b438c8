import { momentFrom } from "@todo-mesh/recurrence";
import { type Candidate, type Context, localeOf, type Meaning } from "@todo-mesh/when";
import { LANGUAGES } from "../languages/languages.ts";
import type { Doubt } from "../intents/intent.ts";

/** What a task needs to be told before it can be due then, or ring if it is to; undefined when nothing is missing. */
export function doubtOf(meaning: Meaning, rings: boolean, context: Context): Doubt | undefined {
  if (meaning.kind === "none" || meaning.kind === "ambiguous") return undefined;
  if (meaning.kind === "offset") return { why: "relative" };
  if ("past" in meaning && meaning.past) return { why: "past" };
  if (isOfDays(meaning)) return withoutClock(meaning, rings, context);
  return ringsInThePast(meaning, context.now) ? { why: "past" } : undefined;
}

const isOfDays = (meaning: Candidate): boolean =>
  meaning.kind === "date" || (meaning.kind === "recurrence" && meaning.all_day);

// A day rings only if the sentence tells at what time of day.
function withoutClock(
  meaning: Candidate,
  rings: boolean,
  { preferences }: Context,
): Doubt | undefined {
  const { remind } = meaning;
  if (remind) return "days" in remind && remind.time ? undefined : { why: "no-clock" };
  if (!rings) return undefined;
  if (meaning.kind !== "date") return { why: "no-clock", day: meaning.phrase };
  const locale = localeOf(preferences?.locale, [meaning.phrase]);
  return { why: "no-clock", day: LANGUAGES[locale].replies.added.onDay(meaning.reading) };
}

const ringsInThePast = (meaning: Candidate, now: Date): boolean =>
  meaning.kind === "instant" &&
  meaning.remind !== undefined &&
  momentFrom(meaning, meaning.remind).at <= now;
