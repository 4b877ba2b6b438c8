import type { Occurrence, WhenAnswer } from "@todo-mesh/contracts";
import type { Occurrence as Found } from "@todo-mesh/recurrence";
import type { Candidate, Meaning } from "@todo-mesh/when";

/** A meaning as it goes over the wire. */
export function toWhenAnswer(meaning: Meaning): WhenAnswer {
  if (meaning.kind === "none") return meaning;
  if (meaning.kind !== "ambiguous") return candidateOf(meaning);
  return { ...meaning, candidates: meaning.candidates.map(candidateOf) };
}

type Told = Exclude<WhenAnswer, { kind: "ambiguous" | "none" }>;

function candidateOf(meaning: Candidate): Told {
  if (meaning.kind === "offset") return offsetOf(meaning);
  if (meaning.kind === "recurrence") return seriesOf(meaning);
  if (meaning.kind !== "instant") return meaning;
  const { anyDay: _, ...instant } = meaning;
  return { ...instant, at: meaning.at.toISOString() };
}

function seriesOf({ recurrence, next, ...rest }: Extract<Candidate, { kind: "recurrence" }>): Told {
  const { rule, start, timezone, from, exdates, rdates } = recurrence;
  return {
    ...rest,
    rule,
    start,
    timezone,
    from,
    ...(exdates && { exdates: [...exdates] }),
    ...(rdates && { rdates: [...rdates] }),
    next: next.map(dateOf),
  };
}

function offsetOf(meaning: Extract<Candidate, { kind: "offset" }>): Told {
  const { kind, anchor, title, phrase, reading } = meaning;
  const offset =
    "minutes" in meaning
      ? { minutes: meaning.minutes }
      : { days: meaning.days, ...(meaning.time !== undefined && { time: meaning.time }) };
  return { kind, anchor, offset, title, phrase, reading };
}

/** A date of a series as it goes over the wire. */
export const dateOf = ({ at, local }: Found): Occurrence => ({ at: at.toISOString(), local });
