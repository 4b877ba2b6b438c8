import type { Context } from "@todo-mesh/when";
import { isLongerThan } from "../tasks/title-key.ts";
import { readChanging } from "./changing.ts";
import type { Intent, Spoken } from "./intent.ts";
import { tidy } from "./tidy.ts";

/** A title of the greatest length, a time and all that is said around them are shorter. */
const LONGEST_SENTENCE = 500;
const HELP =
  /^(?:help(?: me)?|\?+|hi|hello|hey|good (?:morning|afternoon|evening|day)|what can (?:you|i) (?:do|say)(?: here)?|how (?:does|do) (?:this|it|you) work|commands)$/i;

/** What an everyday sentence asks for. */
export type Understand = (message: string, context: Context) => Intent;

/**
 * Understands the sentences of these actions, questions first. Anything it does not know is `unclear`, never a guess;
 * what is longer than sentences are is not read.
 */
export function understanding(actions: readonly Spoken[]): Understand {
  const hearing = [...actions]
    .toSorted((one, other) => Number(other.risk === "read") - Number(one.risk === "read"))
    .flatMap(({ hear = [] }) => hear);
  return (message, context) => {
    const line = tidy(message);
    if (isLongerThan(line, LONGEST_SENTENCE)) return { kind: "too-much" };
    if (line === "" || HELP.test(line)) return { kind: "help" };
    for (const hear of hearing) {
      const intent = hear(line, context);
      if (intent) return intent;
    }
    return readChanging(line, actions) ?? { kind: "unclear" };
  };
}
