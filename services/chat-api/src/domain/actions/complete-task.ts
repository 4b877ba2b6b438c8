import { type Task } from "@todo-mesh/contracts";
import { rollForward } from "@todo-mesh/recurrence";
import { became, changed, type Stamp, type TaskChange } from "../tasks/task-change.ts";
import { isDone, isOpen } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineTaskAction } from "./action.ts";

export const completeTask = defineTaskAction({
  name: "complete_task",
  plainName: "done",
  title: "Complete a task",
  about: "One that comes again moves on to its next date, and stays open.",
  op: "complete",
  verb: "completed",
  risk: "change",
  candidates: [isOpen, isDone],
  apply: complete,
  words: inEach(({ actions }) => actions.complete_task),
});

/** A repeating task is not done for good: it is due again at its next date, until its series is at its end. */
function complete(task: Task, stamp: Stamp): TaskChange {
  if (task.status === "done") return { kind: "unchanged", task };
  const rolled = task.repeat && rollForward(task.repeat, task.due, stamp.now);
  const done = { status: "done" as const, completed_at: stamp.now.toISOString() };
  const occurrences = became("done", task, stamp);
  return changed("completed", task, { ...(rolled ?? done), occurrences }, stamp);
}
