import { isolated, isRefusal } from "@todo-mesh/contracts";
import { type Context, resolve } from "@todo-mesh/when";
import { doubtOf } from "../grammar/doubt.ts";
import { repeatOf } from "../grammar/time-of-task.ts";

/** When a task is due by a phrase of a file, also where that is over; or why that cannot be told. */
export function timeOfPhrase(
  when: string,
  context: Context,
): { readonly time: object } | { readonly remark: string } {
  const meaning = resolve(when, context);
  if (meaning.kind === "date")
    return { time: { due: { date: meaning.date, timezone: meaning.timezone } } };
  if (meaning.kind === "instant")
    return { time: { due: { at: meaning.at.toISOString(), timezone: meaning.timezone } } };
  if (meaning.kind === "ambiguous") {
    const choices = meaning.candidates.map(({ reading }) => reading).join(" or ");
    return { remark: `${isolated(when)} can be ${choices}: it has no date until you say which` };
  }
  const isSeries = meaning.kind === "recurrence" && !doubtOf(meaning, false, context);
  const series = isSeries ? repeatOf(meaning, context.now) : undefined;
  return series && !isRefusal(series)
    ? { time: { repeat: series.repeat } }
    : { remark: `${isolated(when)} is not understood: it has no date` };
}
