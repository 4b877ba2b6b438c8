import type { Intent } from "../intents/intent.ts";
import { planTurn, type Shown } from "./plan-turn.ts";

/** Two sentences, or two wishes in one: a grammar would take the second for part of a name. */
const SEVERAL =
  /[.!?;]\s{1,8}\S|\n|\b(?:and|then) (?:then|also|please|tell|show|mark|delete|remind|complete|what)\b/i;
const QUESTION_WORDS = 7;

/** What a grammar gives up, and a model may understand. */
const BEYOND: ReadonlySet<Intent["kind"]> = new Set([
  "unclear",
  "did",
  "too-much",
  "one-at-a-time",
  "foreign",
  "narrower",
  "nothing-asked",
]);

/** What is said to a question of its own, or means nothing to it. */
const ANSWERS: ReadonlySet<Intent["kind"]> = new Set(["time", "other"]);

/** Whether the grammar accounts for every word, so that no model need be asked; `shown`: what was said before. */
export function isSure(intent: Intent, message: string, shown: Shown): boolean {
  if (SEVERAL.test(message.trim())) return false;
  if (ANSWERS.has(intent.kind)) return planTurn(intent, shown) !== undefined;
  if (intent.kind === "call" && intent.name === "list_tasks")
    return message.trim().split(/\s+/).length <= QUESTION_WORDS;
  return !BEYOND.has(intent.kind);
}
