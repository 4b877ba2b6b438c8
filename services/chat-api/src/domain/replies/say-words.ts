import type { Intent } from "../grammar/intent.ts";
import { sayNoTime } from "./say-added.ts";

const WHICH_LIST =
  "I do not know which task you mean. Say “list” first, then for example “complete 2”.";
const WORDS: Partial<Record<Intent["kind"], string>> = {
  "ask-what":
    "What is it about? For example: “remind me to call mum at 18:30”. I have added nothing.",
  "too-long": "A title has at most 200 characters, so I have added nothing. Please say it shorter.",
  "no-such-name":
    "A title has at most 200 characters, so no task is called that. I have changed nothing. Please name it in fewer words.",
  "too-much":
    "I read up to 500 characters at a time, and this is more, so I have changed nothing. Please say one thing in a sentence; a title has at most 200 characters.",
  "one-at-a-time":
    "I change one task at a time. Name it, for example: “delete buy milk”. I have changed nothing.",
  pick: WHICH_LIST,
  change: WHICH_LIST,
};

/** The answer to a sentence that calls for no action; `examples` are what a person may say. */
export function sayWords(intent: Intent, examples: readonly string[]): string {
  if (intent.kind === "ask-when") return sayNoTime(intent);
  if (intent.kind === "help") return sayHelp(examples);
  return (
    WORDS[intent.kind] ??
    `I did not understand that, so I have changed nothing. ${canSay(examples)}`
  );
}

/** Said when neither list nor conversation can be reached: it claims nothing and keeps nothing. */
export function sayDegraded(intent: Intent, examples: readonly string[]): string {
  const sorry =
    "I cannot reach the place where your list and our conversation are kept, so I have read and changed nothing. Please try again in a moment.";
  return intent.kind === "help" ? `${sayHelp(examples)}\n\n${sorry}` : sorry;
}

const sayHelp = (examples: readonly string[]): string =>
  `I keep your list and remind you in time. ${canSay(examples)}`;

const canSay = (examples: readonly string[]): string =>
  `You can say:\n${examples.map((example) => `“${example}”`).join("\n")}`;

/** Added to an answer that was given but could not be stored. */
export const NOT_KEPT = "(I could not keep this answer in our conversation.)";
