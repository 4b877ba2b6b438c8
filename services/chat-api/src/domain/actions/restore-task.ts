import { quoted } from "@todo-mesh/contracts";
import { changed } from "../tasks/task-change.ts";
import { isExpired, isKept } from "../tasks/task-list.ts";
import { defineTaskAction } from "./action.ts";

export const restoreTask = defineTaskAction({
  name: "restore_task",
  title: "Take a task out of the trash",
  op: "restore",
  verb: "restored",
  again: "is back on your list",
  risk: "change",
  inTrash: true,
  candidates: [(task, now) => !isKept(task) && !isExpired(task, now), isKept],
  apply: (task, stamp) => changed("restored", task, { deleted_at: null }, stamp),
  say: ({ title }) => `${quoted(title)} is back on your list.`,
  sentences: [
    /^(?:restore|undelete|bring back|recover)(?: the)? (.+?)(?: from (?:the|my) trash)?$/i,
  ],
});
