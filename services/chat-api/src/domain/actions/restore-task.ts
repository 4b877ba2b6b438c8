import { changed } from "../tasks/task-change.ts";
import { isExpired, isKept } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineTaskAction } from "./action.ts";

export const restoreTask = defineTaskAction({
  name: "restore_task",
  title: "Take a task out of the trash",
  op: "restore",
  verb: "restored",
  risk: "change",
  idempotent: true,
  inTrash: true,
  candidates: [(task, now) => !isKept(task) && !isExpired(task, now), isKept],
  apply: (task, stamp) => changed("restored", task, { deleted_at: null }, stamp),
  words: inEach(({ actions }) => actions.restore_task),
});
