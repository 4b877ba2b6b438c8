import { quoted, type Undone } from "@todo-mesh/contracts";
import { sayDue } from "./say-time.ts";

/** The words of a verb for a task that is so again, and for one it was taken back from. */
export interface Undoable {
  /** What an undo says of a task that is again as this left it. */
  readonly again?: string | undefined;
  /** What an undo says of a task when it took this back, if more than that it is as before. */
  readonly undone?: string | undefined;
}
export type Lexicon = (verb: string) => Undoable | undefined;

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
