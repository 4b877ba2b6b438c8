import type { Intent } from "../intents/intent.ts";
import { sayForeign } from "./say-foreign.ts";
import type { Replies } from "./replies.ts";
import { sayNoTime } from "./say-added.ts";

/** The answer to a sentence that calls for no action; `examples` are what a person may say. */
export function sayWords(replies: Replies, intent: Intent, examples: readonly string[]): string {
  const { talk } = replies;
  const { kind } = intent;
  if (kind === "ask-when") return sayNoTime(replies, intent);
  if (kind === "help") return sayHelp(replies, examples);
  if (kind === "foreign") return sayForeign(replies, intent.tongue);
  if (kind === "call" || kind === "did" || kind === "unclear") return talk.unclear;
  return talk.words[kind];
}

/** Said when neither list nor conversation can be reached. */
export const sayDegraded = (
  replies: Replies,
  intent: Intent,
  examples: readonly string[],
): string =>
  intent.kind === "help"
    ? `${sayHelp(replies, examples)}\n\n${replies.talk.degraded}`
    : replies.talk.degraded;

const sayHelp = (replies: Replies, examples: readonly string[]): string =>
  `${replies.talk.help} ${canSay(replies, examples)}`;

const canSay = ({ talk, quoted }: Replies, examples: readonly string[]): string =>
  `${talk.canSay}\n${examples.map(quoted).join("\n")}`;
