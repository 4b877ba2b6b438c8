import { inEach } from "../languages/languages.ts";
import type { Action } from "./action.ts";

/** By the API alone: no sentence asks for it yet, and no tool. */
export const changeTask: Action = {
  name: "change_task",
  title: "Change a task",
  verb: "updated",
  risk: "change",
  effect: "transaction",
  words: inEach(({ actions }) => actions.change_task),
};
