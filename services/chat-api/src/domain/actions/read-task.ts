import { changedTask, TaskRef } from "@todo-mesh/contracts";
import { inEach } from "../languages/languages.ts";
import { lineOf } from "../tasks/task-line.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { defineAction } from "./action.ts";

export const readTask = defineAction({
  name: "read_task",
  title: "Read a task",
  about: "When it is due, and whether it is done.",
  risk: "read",
  namesTask: true,
  effect: "transaction",
  input: TaskRef,
  outcome: changedTask("found"),
  does: (task) => ({
    kind: "tell",
    task,
    candidates: [isOpen, isKept],
    tell: (meant) => ({ outcome: "found", task: lineOf(meant) }),
  }),
  words: inEach(({ actions }) => actions.read_task),
});
