import { quoted } from "@todo-mesh/contracts";
import { trashTask } from "../tasks/task-change.ts";
import { isDone, isOpen } from "../tasks/task-list.ts";
import { defineTaskAction } from "./action.ts";

export const deleteTask = defineTaskAction({
  name: "delete_task",
  plainName: "delete",
  title: "Move a task to the trash",
  about: "It can be restored for 30 days.",
  op: "delete",
  ownRoute: true,
  verb: "deleted",
  again: "is in the trash",
  risk: "destroy",
  candidates: [isOpen, isDone],
  apply: trashTask,
  say: ({ title }) => `I moved ${quoted(title)} to the trash.`,
  examples: ["delete buy milk"],
  sentences: [
    /^(?:delete|remove|drop|erase|trash|cancel|throw away|get rid of|forget about) (.+?)(?: (?:from|off) (?:my|the) (?:to-?do |task )?(?:list|tasks|todos))?$/i,
  ],
});
