import {
  type AddOutcome,
  type Due,
  isRefusal,
  type NotDone,
  type Occurrence,
  reasonOf,
  type Repeat,
  type Series,
  type TaskReminder,
} from "@todo-mesh/contracts";
import {
  beginOf,
  describeRule,
  instantOf,
  momentFrom,
  occurrences,
  type Offset,
  resolveDue,
} from "@todo-mesh/recurrence";
import { type Candidate, type Context, localeOf, resolve, ruleWordsOf } from "@todo-mesh/when";
import { doubtOf } from "./doubt.ts";
import { resolveRepeat } from "../tasks/repeat.ts";
import { dateOf } from "../tasks/when-answer.ts";

/** When a task is due by a phrase and when it rings, or what there is to say instead of adding it. */
export type TimeOfTask =
  | {
      readonly due?: Due;
      readonly repeat?: Repeat;
      readonly reminders?: TaskReminder[];
      /** In words and dates, for the answer. */
      readonly series?: Series;
      readonly rings?: Occurrence;
      readonly ends?: string;
    }
  | { readonly instead: AddOutcome | NotDone };

/** What is to be on the list: `remind` when a reminder was asked for, which needs a time of day. */
export interface Phrased {
  readonly title: string;
  readonly when: string;
  readonly remind?: boolean | undefined;
}

const NEXT_DATES = 5;

/** What a phrase means for a task of that title, said then and there. Several meanings are asked back, never chosen from. */
export function timeOfTask({ title, when, remind = false }: Phrased, context: Context): TimeOfTask {
  const meaning = resolve(when, context);
  if (meaning.kind === "none") return impossible(title);
  const doubt = doubtOf(meaning, remind, context);
  if (doubt) return { instead: { outcome: "no-time", title, ...doubt } };
  if (meaning.kind === "ambiguous") {
    const choices = meaning.candidates.map(({ reading }) => reading);
    return { instead: { outcome: "which-time", title, when, remind, choices } };
  }
  const time = meaning.kind === "recurrence" ? seriesOf(meaning, context) : dueOf(title, meaning);
  return "instead" in time ? time : { ...time, ...ending(meaning), ...ringing(meaning, time.due) };
}

const ending = (meaning: Candidate) =>
  "end" in meaning && meaning.end !== undefined ? { ends: meaning.end } : {};

function dueOf(title: string, meaning: Candidate): TimeOfTask & { due?: Due } {
  const { kind } = meaning;
  if (kind !== "instant" && kind !== "date") return impossible(title);
  const { timezone } = meaning;
  const said = kind === "date" ? { date: meaning.date } : { at: meaning.at.toISOString() };
  const resolved = resolveDue({ ...said, timezone });
  return resolved.kind === "due" ? { due: resolved.due } : impossible(title);
}

type RecurrenceMeaning = Extract<Candidate, { kind: "recurrence" }>;

/** A series as a task keeps it, and when it is due first; or why there is none. */
export function repeatOf({ recurrence, all_day }: RecurrenceMeaning, now: Date) {
  const dayOrTime = (at: string): string => (all_day ? at.slice(0, 10) : at);
  const { exdates, rdates, start, ...rest } = recurrence;
  const said = {
    ...rest,
    start: dayOrTime(start),
    ...(exdates && { exdates: exdates.map(dayOrTime) }),
    ...(rdates && { rdates: rdates.map(dayOrTime) }),
  };
  return resolveRepeat(said, now);
}

function seriesOf(
  meaning: RecurrenceMeaning,
  { now, preferences }: Context,
): TimeOfTask & { due?: Due } {
  const { phrase } = meaning;
  const resolved = repeatOf(meaning, now);
  if (isRefusal(resolved))
    return { instead: { outcome: "refused", detail: `${phrase} ${reasonOf(resolved)}` } };
  const { repeat, due } = resolved;
  const words = ruleWordsOf(localeOf(preferences?.locale, [phrase]));
  const series = { words: describeRule(repeat, { words }), ...nextOf(repeat, due, now) };
  return { repeat, due, series };
}

function nextOf(repeat: Repeat, due: Due, now: Date): Omit<Series, "words"> {
  // From its completion on, only the first date is certain.
  const count = repeat.from === "completion" ? 1 : NEXT_DATES;
  const after = new Date(Math.min(now.getTime(), Date.parse(beginOf(due)) - 1_000));
  const found = occurrences(repeat, { after, count });
  const next = "refused" in found ? [] : found.map(dateOf);
  return { timezone: repeat.timezone, next };
}

function ringing({ remind }: { readonly remind?: Offset }, due: Due | undefined) {
  if (!remind || !due) return {};
  const from = { at: instantOf(due), timezone: due.timezone };
  return { reminders: [remind], rings: dateOf(momentFrom(from, remind)) };
}

const impossible = (title: string): TimeOfTask => ({
  instead: { outcome: "no-time", title, why: "impossible" },
});
