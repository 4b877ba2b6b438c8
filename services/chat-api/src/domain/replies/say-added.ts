import { type AddOutcome, type Due, isolated, quoted, type Series } from "@todo-mesh/contracts";
import type { Doubt } from "../grammar/doubt.ts";
import { sayDay, sayDue, sayLocal } from "./say-time.ts";

type Outcome<Kind> = Extract<AddOutcome, { outcome: Kind }>;

/** What was added, and when it rings: the absolute local time, or the rule in words and its next dates; else what is missing. */
export function sayAdded(outcome: AddOutcome): string {
  if (outcome.outcome === "which-time") return sayWhichTime(outcome);
  if (outcome.outcome === "no-time") return sayNoTime(outcome);
  const { task, remind } = outcome;
  const { title, due } = task;
  if (due) return sayDated(outcome, due);
  return remind
    ? `I added ${quoted(title)} to your list, without a time, so I will not remind you of it. ${sayWhen(title)}`
    : `I added ${quoted(title)} to your list.`;
}

function sayDated({ task: { title }, series, rings, link }: Outcome<"added">, due: Due): string {
  const isDay = "date" in due;
  const when = series ? saySeries(series, isDay) : `on ${sayDue(due)}.`;
  if (rings)
    return `I added ${quoted(title)}, due ${when} I will remind you ${series ? "first " : ""}on ${sayLocal(rings.local)}.`;
  if (isDay) return `I added ${quoted(title)}, due ${when}`;
  if (!link) return `I added ${quoted(title)} and will remind you ${when}`;
  return `I will remind you ${link === "to" ? `to ${isolated(title)}` : `about ${quoted(title)}`} ${when}`;
}

function saySeries({ words, timezone, next }: Series, ofDays: boolean): string {
  const dates = next.map(({ local }) => (ofDays ? sayDay(local) : sayLocal(local)));
  return `${words} (${timezone}). Next: ${dates.join("; ")}.`;
}

/** Asks which of several times is meant; the number is enough of an answer. */
function sayWhichTime({ when, choices }: Outcome<"which-time">): string {
  const lines = choices.map((choice, at) => `${at + 1}. ${choice}`);
  return [
    `${quoted(when)} can mean several things, so I have added nothing yet:`,
    ...lines,
    "Which one? Say its number.",
  ].join("\n");
}

const WHY: Readonly<Record<Doubt["why"], string>> = {
  "no-clock": "At what time of day?",
  past: "That time is already past.",
  impossible: "I know no such date or time.",
  relative: "That is counted from a due time, and I know none.",
};

/** What is missing to remind of something; nothing was added. */
export const sayNoTime = ({ why, title, day }: Doubt & { readonly title: string }): string =>
  `${WHY[why]} I have added nothing. ${sayWhen(title, day)}`;

const sayWhen = (title: string, day = "tomorrow"): string =>
  `Say when, for example: “remind me to ${isolated(title)} ${day} at 9:00”.`;
