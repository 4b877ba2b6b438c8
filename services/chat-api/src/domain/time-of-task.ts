import type { Due, Repeat } from "@todo-mesh/contracts";
import { type Candidate, describeRule, type Meaning, occurrences, resolve } from "@todo-mesh/when";
import { resolveDue } from "./due.ts";
import { doubtOf } from "./grammar/doubt.ts";
import { resolveRepeat } from "./repeat.ts";
import { dateOf } from "./told.ts";
import type { Series, ToolOutcome } from "./tool-outcome.ts";

/** When a task is due by a phrase, or what there is to say instead of adding it. */
export type TimeOfTask =
  | { readonly due?: Due; readonly repeat?: Repeat; readonly series?: Series }
  | { readonly instead: ToolOutcome };

const NEXT_DATES = 5;

/** What a phrase means for a task of that title, seen from `now`. Several meanings are asked back, never chosen from. */
export function timeOfTask(
  { title, when }: { readonly title: string; readonly when: string },
  now: Date,
  timezone: string,
): TimeOfTask {
  const meaning = resolve(when, { now, timezone });
  const doubt = meaning.kind === "none" ? ({ why: "impossible" } as const) : doubtOf(meaning);
  if (doubt) return { instead: { outcome: "no-time", title, ...doubt } };
  if (meaning.kind === "ambiguous")
    return { instead: { outcome: "which-time", title, when, choices: readingsOf(meaning) } };
  if (meaning.kind === "recurrence") return seriesOf(meaning, now);
  return meaning.kind === "instant" ? momentOf(meaning) : impossible(title);
}

const readingsOf = ({ candidates }: Extract<Meaning, { kind: "ambiguous" }>): string[] =>
  candidates.map(({ reading }) => reading);

function momentOf(meaning: Extract<Candidate, { kind: "instant" }>): TimeOfTask {
  const { at, timezone, title } = meaning;
  const resolved = resolveDue({ at: at.toISOString(), timezone });
  return resolved.kind === "due" ? { due: resolved.due } : impossible(title);
}

function seriesOf(meaning: Extract<Candidate, { kind: "recurrence" }>, now: Date): TimeOfTask {
  const { rule, start, timezone, from, exdates } = meaning.recurrence;
  // Better no series than one that rings on the days it was told to leave out.
  if (exdates)
    return {
      instead: { outcome: "refused", detail: `“${meaning.phrase}” leaves out single days` },
    };
  const resolved = resolveRepeat({ rule, start, timezone, from }, now);
  if (resolved.kind === "invalid")
    return { instead: { outcome: "refused", detail: `${meaning.phrase} ${resolved.message}` } };
  const { repeat, due } = resolved;
  return { repeat, due, series: inWords(repeat, now) };
}

function inWords(repeat: Repeat, now: Date): Series {
  // From its completion on, only the first date is certain.
  const count = repeat.from === "completion" ? 1 : NEXT_DATES;
  const found = occurrences(repeat, { after: now, count });
  const next = "refused" in found ? [] : found.map(dateOf);
  return { words: describeRule(repeat, false), timezone: repeat.timezone, next };
}

const impossible = (title: string): TimeOfTask => ({
  instead: { outcome: "no-time", title, why: "impossible" },
});
