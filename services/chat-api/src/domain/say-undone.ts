import { quoted, type Undone } from "@todo-mesh/contracts";
import type { Lexicon } from "./actions/action.ts";
import { sayDue } from "./say-time.ts";

const AS_BEFORE = "is as it was before";
const MOST_NAMED = 5;

/** What was taken back, each task as it is now. */
export function sayUndone({ changes }: Undone, lexicon: Lexicon): string {
  if (changes.length === 0) return "It is already as it was before; nothing had to change.";
  const lines = changes.map(({ title, verb, undid, due }) => {
    const again = due ? `, due on ${sayDue(due)}` : "";
    const own = undid === undefined ? undefined : lexicon(undid)?.undone;
    return `${quoted(title)} ${own ?? lexicon(verb)?.again ?? AS_BEFORE}${again}`;
  });
  const named = lines.slice(0, MOST_NAMED).join("; ");
  const more = lines.length - MOST_NAMED;
  return `I took that back: ${named}${more > 0 ? `; and ${more} more` : ""}.`;
}
