import { isRefusal, refuse, type Task } from "@todo-mesh/contracts";
import { dueSaid } from "../grammar/due-said.ts";
import { NO_MOMENT, type SaidUntil } from "../grammar/until-moment.ts";
import { inEach } from "../languages/languages.ts";
import { REASONS } from "../tasks/reasons.ts";
import { editTask, type Stamp, type TaskChange } from "../tasks/task-change.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { defineTimedAction } from "./define-until-action.ts";

export const rescheduleTask = defineTimedAction({
  name: "reschedule_task",
  title: "Move a task to another time",
  about:
    "It is due then. A day alone keeps the time of day that it has, and a time alone its day. Of a series only the date that is due moves.",
  op: "reschedule",
  verb: "updated",
  outcome: "rescheduled",
  risk: "change",
  candidates: [isOpen, isKept],
  apply: reschedule,
  words: inEach(({ actions }) => actions.reschedule_task),
});

function reschedule(task: Task, stamp: Stamp, said: SaidUntil | undefined): TaskChange {
  if (task.status === "done") return refuse("conflict", REASONS["is-done"]);
  const found = said ? dueSaid(said, task, stamp.now) : NO_MOMENT;
  return isRefusal(found) ? found : editTask(task, { due: found.due }, stamp);
}
