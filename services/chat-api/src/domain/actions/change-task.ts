import type { Action } from "./action.ts";

/** By the API alone: no sentence asks for it yet, and no tool. */
export const changeTask: Action = {
  name: "change_task",
  title: "Change a task",
  verb: "updated",
  again: "is as it was before",
  risk: "change",
  effect: "transaction",
};
