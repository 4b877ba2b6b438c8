import { quoted, refuse, type Task } from "@todo-mesh/contracts";
import { beginOf, rollForward } from "@todo-mesh/recurrence";
import { sayDue } from "../replies/say-time.ts";
import { became, changed, type Stamp, type TaskChange } from "../tasks/task-change.ts";
import { isKept, isOpenSeries } from "../tasks/task-list.ts";
import { defineTaskAction } from "./action.ts";

export const skipTask = defineTaskAction({
  name: "skip_task",
  title: "Leave out this date of a series",
  op: "skip",
  verb: "skipped",
  risk: "change",
  candidates: [isOpenSeries, isKept],
  apply: skip,
  say: ({ title, due }) =>
    `I let ${quoted(title)} pass this time.${due ? ` It comes again on ${sayDue(due)}.` : ""}`,
  examples: ["skip stretch this time"],
  sentences: [
    /^(?:skip|pass over)(?: on)? (.+?)(?: (?:this|for this|just this) (?:time|once|week|month))?$/i,
  ],
});

/** Lets the present date of a repeating task pass, as if it were done. */
function skip(task: Task, stamp: Stamp): TaskChange {
  if (!task.repeat) return refuse("conflict", "It does not repeat, so there is no next date");
  if (task.status === "done") return refuse("conflict", "It is done: reopen it first");
  const rolled = rollForward(task.repeat, task.due, passedAt(task, stamp.now));
  const occurrences = became("skipped", task, stamp);
  if (rolled) return changed("skipped", task, { ...rolled, occurrences }, stamp);
  return refuse("conflict", "This is the last date of its series: complete it, or end it");
}

// Counted from completion, the next date is counted from the one that is let pass, if that is still ahead.
const passedAt = ({ due, repeat }: Task, now: Date): Date =>
  due && repeat?.from === "completion"
    ? new Date(Math.max(now.getTime(), Date.parse(beginOf(due))))
    : now;
