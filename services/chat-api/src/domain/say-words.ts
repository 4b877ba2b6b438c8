import type { Intent } from "./grammar/intent.ts";
import { sayNoTime } from "./say-added.ts";

const EXAMPLES = [
  "“add buy milk”",
  "“remind me to call mum tomorrow at 9”",
  "“remind me to stretch in 20 minutes”",
  "“every weekday at 8 remind me to stretch”",
  "“what is due today”",
  "“list”",
  "“done with milk”",
  "“delete buy milk”",
  "“reopen buy milk”",
  "“skip stretch this time”",
  "“undo that”",
];
const HELP = `I keep your list and remind you in time. You can say:\n${EXAMPLES.join("\n")}`;

const WHICH_LIST =
  "I do not know which task you mean. Say “list” first, then for example “complete 2”.";
const UNCLEAR = `I did not understand that, so I have changed nothing. You can say:\n${EXAMPLES.join("\n")}`;
const WORDS: Partial<Record<Intent["kind"], string>> = {
  help: HELP,
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
  complete: WHICH_LIST,
  delete: WHICH_LIST,
  reopen: WHICH_LIST,
  restore: WHICH_LIST,
  skip: WHICH_LIST,
  "end-series": WHICH_LIST,
};

/** The answer to a sentence that calls for no tool. */
export function sayWords(intent: Intent): string {
  if (intent.kind === "ask-when") return sayNoTime(intent);
  return WORDS[intent.kind] ?? UNCLEAR;
}

/** Said when neither list nor conversation can be reached: it claims nothing and keeps nothing. */
export function sayDegraded(intent: Intent): string {
  const sorry =
    "I cannot reach the place where your list and our conversation are kept, so I have read and changed nothing. Please try again in a moment.";
  return intent.kind === "help" ? `${HELP}\n\n${sorry}` : sorry;
}

/** Added to an answer that was given but could not be stored. */
export const NOT_KEPT = "(I could not keep this answer in our conversation.)";
