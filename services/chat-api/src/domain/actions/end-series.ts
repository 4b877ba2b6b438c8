import { quoted, refuse } from "@todo-mesh/contracts";
import { sayDue } from "../replies/say-time.ts";
import { changed } from "../tasks/task-change.ts";
import { isKept, isOpenSeries } from "../tasks/task-list.ts";
import { defineTaskAction } from "./action.ts";

export const endSeries = defineTaskAction({
  name: "end_series",
  title: "End a series",
  about: "The task stays due as it is.",
  op: "end_series",
  verb: "updated",
  outcome: "ended",
  risk: "change",
  candidates: [isOpenSeries, isKept],
  unfit: ({ repeat }) => (repeat ? undefined : refuse("conflict", "It does not repeat")),
  apply: (task, stamp) => changed("updated", task, { repeat: null }, stamp),
  say: ({ title, due }) =>
    `${quoted(title)} does not come again.${due ? ` It stays due on ${sayDue(due)}.` : ""}`,
  sentences: [
    /^(?:end|stop|quit) (?:the (?:series|repetition) (?:of )?|repeating |reminding me (?:to |of |about )?)(.+)$/i,
    /^(?:end|stop) (.+?)(?:['’]s)? (?:series|repetition|from repeating)$/i,
    /^(?:don['’]t|do not) repeat (.+?)(?: any ?more| again)?$/i,
  ],
});
