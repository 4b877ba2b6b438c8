import { isRefusal } from "@todo-mesh/contracts";
import { type Candidate, type Context, resolve } from "@todo-mesh/when";
import { doubtOf } from "../grammar/doubt.ts";
import { repeatOf } from "../grammar/time-of-task.ts";
import type { ImportWords } from "../replies/import-words.ts";

/** When a task is due by a phrase of a file, also where that is over; or why that cannot be told. */
export function timeOfPhrase(
  when: string,
  context: Context,
  { remarks: say }: Pick<ImportWords, "remarks">,
): { readonly time: object } | { readonly remark: string } {
  const meaning = resolve(when, context);
  if (meaning.kind === "date")
    return {
      time: { due: { date: meaning.date, timezone: meaning.timezone }, ...ringing(meaning, true) },
    };
  if (meaning.kind === "instant")
    return {
      time: {
        due: { at: meaning.at.toISOString(), timezone: meaning.timezone },
        ...ringing(meaning),
      },
    };
  if (meaning.kind === "ambiguous") {
    const choices = meaning.candidates.map(({ reading }) => reading);
    return { remark: say.severalTimes(when, choices) };
  }
  const series =
    meaning.kind === "recurrence" && !doubtOf(meaning, false, context)
      ? seriesOf(meaning, context.now)
      : undefined;
  return series ? { time: series } : { remark: say.noTime(when) };
}

function seriesOf(
  meaning: Extract<Candidate, { kind: "recurrence" }>,
  now: Date,
): object | undefined {
  const series = repeatOf(meaning, now);
  return isRefusal(series)
    ? undefined
    : { repeat: series.repeat, ...ringing(meaning, meaning.all_day) };
}

/** "…, remind me an hour before"; from a whole day only days can be counted. */
const ringing = ({ remind }: Pick<Candidate, "remind">, isDay = false) =>
  remind && (!isDay || "days" in remind) ? { reminders: [remind] } : {};
