import type { Due } from "@todo-mesh/contracts";
import { Temporal } from "temporal-polyfill";
import type { Intent } from "./grammar/intent.ts";
import { sayList } from "./say-list.ts";
import { sayClock, sayTime } from "./say-time.ts";
import type { TaskLine, ToolOutcome } from "./tool-outcome.ts";

const UNKNOWN =
  "I cannot reach the place where your list is kept, so I cannot say whether this was done. Please ask for your list in a moment.";

const CHANGED = {
  completed: ({ title }: TaskLine) => `I marked “${title}” as done.`,
  deleted: ({ title }: TaskLine) => `I moved “${title}” to the trash.`,
  reopened: ({ title }: TaskLine) => `“${title}” is open again.`,
  already: ({ title, status }: TaskLine) =>
    `“${title}” is already ${status}; nothing had to change.`,
};

/** The answer to what a tool did. It says what happened and nothing more. */
export function sayOutcome(outcome: ToolOutcome, intent: Intent, said: string): string {
  if (outcome.outcome === "added") return sayAdded(outcome, intent);
  if ("task" in outcome) return CHANGED[outcome.outcome](outcome.task);
  if ("tasks" in outcome) return sayList(outcome, said);
  if (outcome.outcome === "none") return sayNone(outcome.near, said);
  return outcome.outcome === "refused" ? `I could not do that: ${outcome.detail}.` : UNKNOWN;
}

function sayAdded(
  { task, past_today }: Extract<ToolOutcome, { outcome: "added" }>,
  intent: Intent,
): string {
  const remind = intent.kind === "add" ? intent.remind : undefined;
  const { title, due } = task;
  if (!due && remind)
    return `I added “${title}” to your list, without a time, so I will not remind you of it. ${sayWhen(title)}`;
  if (!due) return `I added “${title}” to your list.`;
  const promise = remind
    ? `I will remind you ${remind === "to" ? `to ${title}` : `about “${title}”`}`
    : `I added “${title}” and will remind you`;
  return `${promise} on ${sayTime(due)}.${past_today ? sayPast(due) : ""}${sayMoved(due)}`;
}

export const sayWhen = (title: string): string =>
  `Say when, for example: “remind me to ${title} tomorrow at 9”.`;

const sayPast = (due: Due): string =>
  ` ${sayClock(Temporal.PlainDateTime.from(due.local))} today is already past.`;

// In the night the clocks go forward a wall time can be missing; the reminder comes that much later.
function sayMoved({ local, at, timezone }: Due): string {
  const wall = Temporal.PlainDateTime.from(local);
  const real = Temporal.Instant.from(at).toZonedDateTimeISO(timezone).toPlainDateTime();
  if (Temporal.PlainDateTime.compare(wall, real) === 0) return "";
  return ` There is no ${sayClock(wall)} on that day, for the clocks go forward.`;
}

function sayNone(near: readonly { readonly title: string }[], said: string): string {
  const [first, ...others] = near.map(({ title }) => `“${title}”`);
  if (first === undefined) return `I find no task called “${said}”. Say “list” to see them all.`;
  const choice = others.length > 0 ? `${first} or ${others.join(" or ")}` : first;
  return `I find no task called “${said}”. Do you mean ${choice}?`;
}
