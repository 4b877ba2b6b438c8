import { quoted, type Task } from "@todo-mesh/contracts";
import { withoutCompletion } from "../tasks/occurrence.ts";
import { changed, type Stamp, type TaskChange } from "../tasks/task-change.ts";
import { isDone, isOpen } from "../tasks/task-list.ts";
import { defineTaskAction } from "./action.ts";

export const reopenTask = defineTaskAction({
  name: "reopen_task",
  title: "Open a task again",
  op: "reopen",
  verb: "reopened",
  again: "is open again",
  risk: "change",
  candidates: [isDone, isOpen],
  apply: reopen,
  say: ({ title }) => `${quoted(title)} is open again.`,
  examples: ["reopen buy milk"],
  sentences: [
    /^(?:reopen|re-open|uncomplete|uncheck|untick) (.+)$/i,
    /^(?:mark|set) (.+?)(?: as)? (?:not (?:done|finished|complete|completed)|undone|open|incomplete|unfinished)$/i,
    /^(.+?) (?:is|are|was|were) (?:not (?:done|finished|complete|completed)|open again)(?: yet)?$/i,
  ],
});

function reopen(task: Task, stamp: Stamp): TaskChange {
  if (task.status === "open") return { kind: "unchanged", task };
  const occurrences = withoutCompletion(task);
  return changed("reopened", task, { status: "open", completed_at: null, occurrences }, stamp);
}
