import { changed } from "../tasks/task-change.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineUntilAction } from "./define-until-action.ts";

export const muteTask = defineUntilAction({
  name: "mute_task",
  title: "Let a task be silent until a time",
  about: "Nothing of it rings before; what would have is not made up for.",
  op: "mute",
  verb: "muted",
  risk: "change",
  candidates: [isOpen, isKept],
  apply: (task, { at: until, timezone }, stamp) =>
    changed("muted", task, { muted: { until, timezone } }, stamp),
  words: inEach(({ actions }) => actions.mute_task),
});
