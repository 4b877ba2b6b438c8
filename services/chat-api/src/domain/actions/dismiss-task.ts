import { quoted } from "@todo-mesh/contracts";
import { changed } from "../tasks/task-change.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { defineTaskAction } from "./action.ts";

export const dismissTask = defineTaskAction({
  name: "dismiss_task",
  title: "Dismiss what rang",
  about: "It does not nag, and a snooze ends; what is still to come rings. The task stays open.",
  op: "dismiss",
  verb: "dismissed",
  undone: "is as if it had not been dismissed",
  risk: "change",
  candidates: [isOpen, isKept],
  apply: (task, stamp) => {
    const acknowledged_at = stamp.now.toISOString();
    return changed("dismissed", task, { acknowledged_at, snoozed: null }, stamp);
  },
  say: ({ title }) => `I will not repeat the reminder of ${quoted(title)}. It stays on your list.`,
  examples: ["dismiss stretch"],
  sentences: [/^(?:dismiss|acknowledge)(?: (?<task>.+))?$/i],
});
