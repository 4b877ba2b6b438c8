import type { Intent } from "../intents/intent.ts";

/** Two sentences, or two wishes in one: a grammar would take the second for part of a name. */
const SEVERAL =
  /[.!?;]\s{1,8}\S|\n|\b(?:and|then) (?:then|also|please|tell|show|mark|delete|remind|complete|what)\b/i;
const QUESTION_WORDS = 7;

/** What a grammar gives up, and a model may understand. */
const BEYOND: ReadonlySet<Intent["kind"]> = new Set([
  "unclear",
  "too-much",
  "one-at-a-time",
  "foreign",
]);

/** Whether the grammar accounts for every word, so that no model need be asked. */
export function isSure(intent: Intent, message: string): boolean {
  if (SEVERAL.test(message.trim())) return false;
  if (intent.kind === "call" && intent.name === "list_tasks")
    return message.trim().split(/\s+/).length <= QUESTION_WORDS;
  return !BEYOND.has(intent.kind);
}
