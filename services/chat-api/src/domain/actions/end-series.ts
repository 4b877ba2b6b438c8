import { refuse } from "@todo-mesh/contracts";
import { changed } from "../tasks/task-change.ts";
import { isKept, isOpenSeries } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineTaskAction } from "./action.ts";
import { REASONS } from "../tasks/reasons.ts";

export const endSeries = defineTaskAction({
  name: "end_series",
  title: "End a series",
  about: "The task stays due as it is.",
  op: "end_series",
  verb: "updated",
  outcome: "ended",
  risk: "change",
  idempotent: true,
  candidates: [isOpenSeries, isKept],
  unfit: ({ repeat }) => (repeat ? undefined : refuse("conflict", REASONS["repeats-not"])),
  apply: (task, stamp) => changed("updated", task, { repeat: null }, stamp),
  words: inEach(({ actions }) => actions.end_series),
});
