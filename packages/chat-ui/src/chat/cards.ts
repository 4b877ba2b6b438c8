import type { TaskLine, ToolCall } from "@todo-mesh/contracts";
import { words } from "../words/words.ts";

/** What one call of the assistant changed, as a card shows it. */
export interface Card {
  readonly id: string;
  readonly verb: string;
  readonly task: TaskLine;
}

type Outcome = Readonly<Record<string, unknown>>;

const outcomeOf = ({ result }: ToolCall): Outcome =>
  typeof result === "object" && result !== null && !Array.isArray(result) ? result : {};

// The mesh of tomorrow may have outcomes that are not known here: its words tell of them.
const isVerb = (outcome: unknown): outcome is keyof typeof words.chat.verbs =>
  typeof outcome === "string" && Object.hasOwn(words.chat.verbs, outcome);

const isLine = (task: unknown): task is TaskLine =>
  typeof task === "object" && task !== null && "title" in task && "id" in task;

/** The cards of an answer: one for each call that changed a task. */
export const cardsOf = (calls: readonly ToolCall[]): Card[] =>
  calls.flatMap((call) => {
    const { outcome, task } = outcomeOf(call);
    if (!isVerb(outcome) || !isLine(task)) return [];
    return [{ id: call.id, verb: words.chat.verbs[outcome], task }];
  });

/** What can be said next with one press: the meanings of a time that has several. */
export const choicesOf = (calls: readonly ToolCall[]): string[] =>
  calls.flatMap((call) => {
    const { outcome, choices } = outcomeOf(call);
    return outcome === "which-time" && Array.isArray(choices) ? choices.map(String) : [];
  });
