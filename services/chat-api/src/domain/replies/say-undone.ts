import type { Undone } from "@todo-mesh/contracts";
import type { Replies } from "./replies.ts";

/** The words of a verb for a task that is so again, and for one it was taken back from. */
export interface Undoable {
  /** What an undo says of a task that is again as this left it. */
  readonly again?: string | undefined;
  /** What an undo says of a task when it took this back, if more than that it is as before. */
  readonly undone?: string | undefined;
}
export type Lexicon = (verb: string) => Undoable | undefined;

const MOST_NAMED = 5;

/** What was taken back, each task as it is now. */
export function sayUndone(
  { undone, quoted, time }: Replies,
  { changes }: Undone,
  lexicon: Lexicon,
): string {
  if (changes.length === 0) return undone.nothing;
  const lines = changes.map(({ title, verb, undid, due }) => {
    const again = due ? undone.dueOn(time.due(due)) : "";
    const own = undid === undefined ? undefined : lexicon(undid)?.undone;
    return `${quoted(title)} ${own ?? lexicon(verb)?.again ?? undone.asBefore}${again}`;
  });
  const named = lines.slice(0, MOST_NAMED).join("; ");
  return undone.whole(named, Math.max(0, lines.length - MOST_NAMED));
}
