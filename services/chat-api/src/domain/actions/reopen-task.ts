import { type Task } from "@todo-mesh/contracts";
import { withoutCompletion } from "../tasks/occurrence.ts";
import { changed, type Stamp, type TaskChange } from "../tasks/task-change.ts";
import { isDone, isOpen } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineTaskAction } from "./action.ts";

export const reopenTask = defineTaskAction({
  name: "reopen_task",
  title: "Open a task again",
  op: "reopen",
  verb: "reopened",
  risk: "change",
  idempotent: true,
  candidates: [isDone, isOpen],
  apply: reopen,
  words: inEach(({ actions }) => actions.reopen_task),
});

function reopen(task: Task, stamp: Stamp): TaskChange {
  if (task.status === "open") return { kind: "unchanged", task };
  const occurrences = withoutCompletion(task);
  return changed("reopened", task, { status: "open", completed_at: null, occurrences }, stamp);
}
