import { quoted, type Task, type TaskLine } from "@todo-mesh/contracts";
import { rollForward } from "@todo-mesh/recurrence";
import { sayDue } from "../replies/say-time.ts";
import { became, changed, type Stamp, type TaskChange } from "../tasks/task-change.ts";
import { isDone, isOpen } from "../tasks/task-list.ts";
import { defineTaskAction } from "./action.ts";

export const completeTask = defineTaskAction({
  name: "complete_task",
  plainName: "done",
  title: "Complete a task",
  about: "One that comes again moves on to its next date, and stays open.",
  op: "complete",
  verb: "completed",
  again: "is done again",
  risk: "change",
  candidates: [isOpen, isDone],
  apply: complete,
  say: sayCompleted,
  examples: ["done with milk"],
  sentences: [
    /^(?:i(?:['’]m| am) )?(?:done|finished) with (.+)$/i,
    /^i (?:just |already )?(?:did|finished|completed)(?! not\b) (.+)$/i,
    /^i(?:['’]ve| have) (?:just |already )?(?:done|finished|completed) (.+)$/i,
    /^(?:complete|completed|finish|finished|done|close|check off|tick off|cross off|mark off):? (.+)$/i,
    /^(?:check|tick|cross) (.+) off$/i,
    /^(?:mark|set|check|tick)(?: off)? (.+?)(?: as| off as)? (?:done|complete|completed|finished)$/i,
    /^(.+?) (?:is|are) (?:done|finished|complete|completed)(?: now)?$/i,
  ],
});

/** A repeating task is not done for good: it is due again at its next date, until its series is at its end. */
function complete(task: Task, stamp: Stamp): TaskChange {
  if (task.status === "done") return { kind: "unchanged", task };
  const rolled = task.repeat && rollForward(task.repeat, task.due, stamp.now);
  const done = { status: "done" as const, completed_at: stamp.now.toISOString() };
  const occurrences = became("done", task, stamp);
  return changed("completed", task, { ...(rolled ?? done), occurrences }, stamp);
}

function sayCompleted({ title, status, due }: TaskLine): string {
  const next = status === "open" && due ? ` It comes again on ${sayDue(due)}.` : "";
  return `I marked ${quoted(title)} as done.${next}`;
}
