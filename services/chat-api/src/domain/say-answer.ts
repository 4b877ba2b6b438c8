import { quoted } from "@todo-mesh/contracts";
import type { Intent } from "./grammar/intent.ts";
import { sayList } from "./say-list.ts";
import { sayAdded, sayNoTime, sayWhichTime } from "./say-added.ts";
import { sayDue } from "./say-time.ts";
import { sayUndone } from "./say-undone.ts";
import type { TaskLine, ToolOutcome } from "./tool-outcome.ts";

const UNKNOWN =
  "I cannot reach the place where your list is kept, so I cannot say whether this was done. Please ask for your list in a moment.";

const CHANGED = {
  completed: sayCompleted,
  deleted: ({ title }: TaskLine) => `I moved ${quoted(title)} to the trash.`,
  reopened: ({ title }: TaskLine) => `${quoted(title)} is open again.`,
  restored: ({ title }: TaskLine) => `${quoted(title)} is back on your list.`,
  skipped: ({ title, due }: TaskLine) =>
    `I let ${quoted(title)} pass this time.${due ? ` It comes again on ${sayDue(due)}.` : ""}`,
  ended: ({ title, due }: TaskLine) =>
    `${quoted(title)} does not come again.${due ? ` It stays due on ${sayDue(due)}.` : ""}`,
  already: ({ title, status }: TaskLine) =>
    `${quoted(title)} is already ${status}; nothing had to change.`,
};

/** The answer to what a tool did. It says what happened and nothing more. */
export function sayOutcome(outcome: ToolOutcome, intent: Intent, said: string): string {
  if (outcome.outcome === "added") return sayAdded(outcome, intent);
  if (outcome.outcome === "undone") return sayUndone(outcome);
  if ("task" in outcome) return CHANGED[outcome.outcome](outcome.task);
  return "tasks" in outcome ? sayList(outcome, said) : sayNothingDone(outcome, said);
}

type NothingDone = Extract<
  ToolOutcome,
  { outcome: "which-time" | "no-time" | "none" | "refused" | "unknown" }
>;

function sayNothingDone(outcome: NothingDone, said: string): string {
  if (outcome.outcome === "which-time") return sayWhichTime(outcome);
  if (outcome.outcome === "no-time") return sayNoTime(outcome);
  if (outcome.outcome === "none") return sayNone(outcome.near, said);
  return outcome.outcome === "refused" ? `I could not do that: ${outcome.detail}.` : UNKNOWN;
}

function sayCompleted({ title, status, due }: TaskLine): string {
  const next = status === "open" && due ? ` It comes again on ${sayDue(due)}.` : "";
  return `I marked ${quoted(title)} as done.${next}`;
}

function sayNone(near: readonly { readonly title: string }[], said: string): string {
  const [first, ...others] = near.map(({ title }) => quoted(title));
  if (first === undefined)
    return `I find no task called ${quoted(said)}. Say “list” to see them all.`;
  const choice = others.length > 0 ? `${first} or ${others.join(" or ")}` : first;
  return `I find no task called ${quoted(said)}. Do you mean ${choice}?`;
}
