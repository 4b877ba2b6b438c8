import type { AddOutcome, Due, Series } from "@todo-mesh/contracts";
import type { Doubt } from "../intents/intent.ts";
import type { Replies } from "./replies.ts";

type Outcome<Kind> = Extract<AddOutcome, { outcome: Kind }>;

/** What was added, and when it rings: the absolute local time, or the rule in words and its next dates; else what is missing. */
export function sayAdded(replies: Replies, outcome: AddOutcome): string {
  if (outcome.outcome === "which-time") return sayWhichTime(replies, outcome);
  if (outcome.outcome === "no-time") return sayNoTime(replies, outcome);
  const { added } = replies;
  const { task, remind } = outcome;
  const { title, due } = task;
  if (due) return sayDated(replies, outcome, due);
  return remind
    ? `${added.withoutTime(title)} ${added.sayWhen(title, undefined)}`
    : added.toList(title);
}

/** What adding it would do, and when it would be due: the absolute local time, or the rule in words. */
export function wouldAdd({ added, time }: Replies, outcome: AddOutcome): string {
  if (outcome.outcome !== "added") return added.nothingAdded;
  const { task, series, rings, ends } = outcome;
  return added.would(task.title, {
    due: task.due && !series ? time.due(task.due, ends) : undefined,
    series: series && series.words + time.until(ends),
    rings: rings && time.local(rings.local),
  });
}

function sayDated(
  { added, time }: Replies,
  { task: { title }, series, rings, link, ends }: Outcome<"added">,
  due: Due,
): string {
  const isDay = "date" in due;
  const when = series
    ? saySeries({ added, time }, { ...series, words: series.words + time.until(ends) }, isDay)
    : added.onDue(time.due(due, ends));
  if (rings) {
    const first = series !== undefined;
    return added.ringingBefore({ title, when, rings: time.local(rings.local), first });
  }
  if (isDay) return added.due({ title, when });
  return link ? added.reminding({ title, when, link }) : added.ringing({ title, when });
}

function saySeries(
  { added, time }: Pick<Replies, "added" | "time">,
  { words, timezone, next }: Series,
  ofDays: boolean,
): string {
  const dates = next.map(({ local }) => (ofDays ? time.day(local) : time.local(local)));
  return added.series(words, timezone, dates);
}

/** Asks which of several times is meant; the number is enough of an answer. */
function sayWhichTime(
  { added, whichOne }: Replies,
  { when, choices }: Outcome<"which-time">,
): string {
  const lines = choices.map((choice, at) => `${at + 1}. ${choice}`);
  return [added.severalTimes(when), ...lines, whichOne].join("\n");
}

/** What is missing to remind of something; nothing was added. */
export const sayNoTime = (
  { added }: Replies,
  { why, title, day }: Doubt & { readonly title: string },
): string => `${added.why[why]} ${added.nothingAdded} ${added.sayWhen(title, day)}`;
