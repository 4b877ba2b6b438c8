import { NoInput, Undone } from "@todo-mesh/contracts";
import { inEach } from "../languages/languages.ts";
import { defineAction } from "./action.ts";

export const undo = defineAction({
  name: "undo",
  plainName: "undo",
  title: "Take changes back",
  about:
    "Those of the last turn of this conversation that changed something; else whatever was changed last.",
  risk: "change",
  effect: "transaction",
  input: NoInput,
  outcome: Undone,
  does: () => ({ kind: "undo" }),
  words: inEach(({ actions }) => actions.undo),
});
