import { NoInput, Undone } from "@todo-mesh/contracts";
import { sayUndone } from "../replies/say-undone.ts";
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
  say: sayUndone,
  examples: ["undo that"],
  sentences: [
    /^(?:undo|take (?:that|it) back|revert)(?: (?:that|it|this|(?:the |my )?last (?:one|change|thing|turn)))?$|^undo (?:everything|all) you just did$/i,
  ],
});
