import { quoted, refuse } from "@todo-mesh/contracts";
import { sayDue } from "../replies/say-time.ts";
import { changed } from "../tasks/task-change.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { defineUntilAction } from "./define-until-action.ts";

export const snoozeTask = defineUntilAction({
  name: "snooze_task",
  title: "Ring again later",
  about:
    "What rang last, or rings next if nothing did, rings at that moment instead; a series goes on as it was. The next snooze takes the place of the last.",
  op: "snooze",
  verb: "snoozed",
  undone: "is no longer snoozed",
  risk: "change",
  candidates: [isOpen, isKept],
  apply: (task, { at: until, timezone }, stamp) => {
    if (task.status === "done") return refuse("conflict", "It is done: reopen it first");
    const snoozed = { until, timezone, since: stamp.now.toISOString() };
    return changed("snoozed", task, { snoozed }, stamp);
  },
  say: ({ title, silent_until }) =>
    `I will remind you of ${quoted(title)} again${silent_until ? ` on ${sayDue(silent_until)}` : ""}.`,
  examples: ["snooze it for 10 minutes"],
  sentences: [
    /^snooze (?<task>.+?) (?<until>(?:for|until|till|to|in) .+)$/i,
    /^snooze (?<task>.+?) (?<until>tonight|tomorrow(?: .+)?|later today)$/i,
    /^snooze (?<until>(?:for|until|till|to|in) .+|tonight|tomorrow(?: .+)?)$/i,
  ],
});
