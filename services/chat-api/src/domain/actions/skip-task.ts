import { refuse, type Task } from "@todo-mesh/contracts";
import { beginOf, rollForward } from "@todo-mesh/recurrence";
import { became, changed, type Stamp, type TaskChange } from "../tasks/task-change.ts";
import { isKept, isOpenSeries } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineTaskAction } from "./action.ts";
import { REASONS } from "../tasks/reasons.ts";

export const skipTask = defineTaskAction({
  name: "skip_task",
  title: "Leave out this date of a series",
  op: "skip",
  verb: "skipped",
  risk: "change",
  candidates: [isOpenSeries, isKept],
  apply: skip,
  words: inEach(({ actions }) => actions.skip_task),
});

/** Lets the present date of a repeating task pass, as if it were done. */
function skip(task: Task, stamp: Stamp): TaskChange {
  if (!task.repeat) return refuse("conflict", REASONS["no-next-date"]);
  if (task.status === "done") return refuse("conflict", REASONS["is-done"]);
  const rolled = rollForward(task.repeat, task.due, passedAt(task, stamp.now));
  const occurrences = became("skipped", task, stamp);
  if (rolled) return changed("skipped", task, { ...rolled, occurrences }, stamp);
  return refuse("conflict", REASONS["last-date"]);
}

// Counted from completion, the next date is counted from the one that is let pass, if that is still ahead.
const passedAt = ({ due, repeat }: Task, now: Date): Date =>
  due && repeat?.from === "completion"
    ? new Date(Math.max(now.getTime(), Date.parse(beginOf(due))))
    : now;
