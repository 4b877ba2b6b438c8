import { refuse } from "@todo-mesh/contracts";
import { changed } from "../tasks/task-change.ts";
import { isKept, isMuted } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { REASONS } from "../tasks/reasons.ts";
import { defineTaskAction } from "./action.ts";

export const unmuteTask = defineTaskAction({
  name: "unmute_task",
  title: "Let a muted task ring again",
  about: "What it would have rung meanwhile is not made up for.",
  op: "unmute",
  verb: "unmuted",
  risk: "change",
  candidates: [isMuted, isKept],
  unfit: ({ muted }) => (muted ? undefined : refuse("conflict", REASONS["not-muted"])),
  apply: (task, stamp) => changed("unmuted", task, { muted: null }, stamp),
  words: inEach(({ actions }) => actions.unmute_task),
});
