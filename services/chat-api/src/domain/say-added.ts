import type { Intent } from "./grammar/intent.ts";
import type { Doubt } from "./grammar/doubt.ts";
import { sayLocal, sayTime } from "./say-time.ts";
import type { Series, ToolOutcome } from "./tool-outcome.ts";

type Outcome<Kind> = Extract<ToolOutcome, { outcome: Kind }>;

/** What was added, and when it rings: the absolute local time, or the rule in words and its next dates. */
export function sayAdded({ task, series }: Outcome<"added">, intent: Intent): string {
  const remind = intent.kind === "add" ? intent.remind : undefined;
  const { title, due } = task;
  if (!due && remind)
    return `I added “${title}” to your list, without a time, so I will not remind you of it. ${sayWhen(title)}`;
  if (!due) return `I added “${title}” to your list.`;
  const promise = remind
    ? `I will remind you ${remind === "to" ? `to ${title}` : `about “${title}”`}`
    : `I added “${title}” and will remind you`;
  return series ? `${promise} ${saySeries(series)}` : `${promise} on ${sayTime(due)}.`;
}

function saySeries({ words, timezone, next }: Series): string {
  const dates = next.map(({ local }) => sayLocal(local)).join("; ");
  return `${words} (${timezone}). Next: ${dates}.`;
}

/** Asks which of several times is meant; the number is enough of an answer. */
export function sayWhichTime({ when, choices }: Outcome<"which-time">): string {
  const lines = choices.map((choice, at) => `${at + 1}. ${choice}`);
  return [
    `“${when}” can mean several things, so I have added nothing yet:`,
    ...lines,
    "Which one? Say its number.",
  ].join("\n");
}

const WHY: Readonly<Record<Doubt["why"], string>> = {
  "no-clock": "At what time of day?",
  past: "That time is already past.",
  impossible: "I know no such date or time.",
  relative: "I can remind you at the time itself, but not yet before or after it.",
};

/** What is missing to remind of something; nothing was added. */
export const sayNoTime = ({ why, title, day }: Doubt & { readonly title: string }): string =>
  `${WHY[why]} I have added nothing. ${sayWhen(title, day)}`;

const sayWhen = (title: string, day = "tomorrow"): string =>
  `Say when, for example: “remind me to ${title} ${day} at 9:00”.`;
