import { changed } from "../tasks/task-change.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineTaskAction } from "./action.ts";

export const dismissTask = defineTaskAction({
  name: "dismiss_task",
  title: "Dismiss what rang",
  about: "It does not nag, and a snooze ends; what is still to come rings. The task stays open.",
  op: "dismiss",
  verb: "dismissed",
  risk: "change",
  idempotent: true,
  candidates: [isOpen, isKept],
  apply: (task, stamp) => {
    const acknowledged_at = stamp.now.toISOString();
    return changed("dismissed", task, { acknowledged_at, snoozed: null }, stamp);
  },
  words: inEach(({ actions }) => actions.dismiss_task),
});
