import type { Candidate, Meaning } from "@todo-mesh/when";

/** Why a time cannot be kept as it was said. `day`: what was understood of it. */
export interface Doubt {
  readonly why: "no-clock" | "past" | "impossible" | "relative";
  readonly day?: string | undefined;
}

/** What a task needs to be told before it can be due then; undefined when nothing is missing. */
export function doubtOf(meaning: Meaning): Doubt | undefined {
  if (meaning.kind === "none") return undefined;
  if (meaning.kind === "ambiguous") return meaning.candidates.map(beside).find(Boolean);
  if (meaning.kind === "offset") return { why: "relative" };
  if ("past" in meaning && meaning.past) return { why: "past" };
  return withoutClock(meaning) ?? beside(meaning);
}

function withoutClock(meaning: Candidate): Doubt | undefined {
  if (meaning.kind === "date") return { why: "no-clock", day: `on ${meaning.reading}` };
  const allDay = meaning.kind === "recurrence" && meaning.all_day;
  return allDay ? { why: "no-clock", day: meaning.phrase } : undefined;
}

// A task rings at its due time alone: "an hour before" must not be passed over in silence.
const beside = ({ remind }: Candidate): Doubt | undefined => remind && { why: "relative" };

/** Whether it names days and no time of day, and no series. */
export const onlyDays = (meaning: Meaning): boolean =>
  meaning.kind === "ambiguous"
    ? meaning.candidates.every(({ kind }) => kind === "date")
    : meaning.kind === "date";
