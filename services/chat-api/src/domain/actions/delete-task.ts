import { trashTask } from "../tasks/task-change.ts";
import { isDone, isOpen } from "../tasks/task-list.ts";
import { inEach } from "../languages/languages.ts";
import { defineTaskAction } from "./action.ts";

export const deleteTask = defineTaskAction({
  name: "delete_task",
  plainName: "delete",
  title: "Move a task to the trash",
  about: "It can be restored for 30 days.",
  op: "delete",
  ownRoute: true,
  verb: "deleted",
  risk: "destroy",
  idempotent: true,
  candidates: [isOpen, isDone],
  apply: trashTask,
  words: inEach(({ actions }) => actions.delete_task),
});
