import { refuse } from "@todo-mesh/contracts";
import { changed } from "../tasks/task-change.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineUntilAction } from "./define-until-action.ts";
import { REASONS } from "../tasks/reasons.ts";

export const snoozeTask = defineUntilAction({
  name: "snooze_task",
  title: "Ring again later",
  about:
    "What rang last, or rings next if nothing did, rings at that moment instead; a series goes on as it was. The next snooze takes the place of the last.",
  op: "snooze",
  verb: "snoozed",
  risk: "change",
  candidates: [isOpen, isKept],
  apply: (task, { at: until, timezone }, stamp) => {
    if (task.status === "done") return refuse("conflict", REASONS["is-done"]);
    const snoozed = { until, timezone, since: stamp.now.toISOString() };
    return changed("snoozed", task, { snoozed }, stamp);
  },
  words: inEach(({ actions }) => actions.snooze_task),
});
