import { quoted } from "@todo-mesh/contracts";
import { sayDue } from "../replies/say-time.ts";
import { changed } from "../tasks/task-change.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { defineUntilAction } from "./define-until-action.ts";

export const muteTask = defineUntilAction({
  name: "mute_task",
  title: "Let a task be silent until a time",
  about: "Nothing of it rings before; what would have is not made up for.",
  op: "mute",
  verb: "muted",
  undone: "is no longer silent",
  risk: "change",
  candidates: [isOpen, isKept],
  apply: (task, { at: until, timezone }, stamp) =>
    changed("muted", task, { muted: { until, timezone } }, stamp),
  say: ({ title, silent_until }) =>
    `${quoted(title)} is silent${silent_until ? ` until ${sayDue(silent_until)}` : ""}.`,
  examples: ["mute stretch until Monday"],
  sentences: [/^(?:mute|silence) (?<task>.+?) (?<until>(?:for|until|till) .+)$/i],
});
