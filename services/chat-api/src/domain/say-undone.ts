import { type ChangeVerb, quoted } from "@todo-mesh/contracts";
import { sayDue } from "./say-time.ts";
import type { ToolOutcome } from "./tool-outcome.ts";

type Undone = Extract<ToolOutcome, { outcome: "undone" }>;

// Named after what taking it back did to the task.
const NOW: Readonly<Record<ChangeVerb, string>> & Readonly<Record<string, string>> = {
  created: "is on your list",
  updated: "is as it was before",
  skipped: "is as it was before",
  completed: "is done again",
  reopened: "is open again",
  deleted: "is in the trash",
  restored: "is back on your list",
  erased: "is gone",
};
const MOST_NAMED = 5;

/** What was taken back, each task as it is now. */
export function sayUndone({ changes }: Undone): string {
  if (changes.length === 0) return "It is already as it was before; nothing had to change.";
  const lines = changes.map(({ title, verb, due }) => {
    const again = due ? `, due on ${sayDue(due)}` : "";
    return `${quoted(title)} ${NOW[verb] ?? NOW.updated}${again}`;
  });
  const named = lines.slice(0, MOST_NAMED).join("; ");
  const more = lines.length - MOST_NAMED;
  return `I took that back: ${named}${more > 0 ? `; and ${more} more` : ""}.`;
}
