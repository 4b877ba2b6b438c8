import { ChatAnswer, type Message } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { dropLast, type Entry, readLast, type Transaction } from "@todo-mesh/state";
import { contextOfApproval, type KeptApproval } from "../../domain/assistant/approval.ts";
import { MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import type { ChatDeps } from "../deps.ts";
import { approvalsOf, endApproval } from "./approvals.ts";
import { messagesOf } from "./conversation-keys.ts";
import type { AskedOfChat } from "./turn.ts";

interface Anew {
  readonly asked: AskedOfChat;
  readonly conversationId: string;
  /** The turn that stands in the place of those before. */
  readonly turnId: string;
}

/**
 * Takes the message that another replaces out of its conversation, with all that was answered to it; what was asked
 * there waits no longer. Answers the turns that left, the newest first: what they did is for the new turn to take back.
 * `not-found`: no such message of a person; `conflict`: they have said more since.
 */
export async function makeRoom(deps: ChatDeps, tx: Transaction, anew: Anew): Promise<string[]> {
  const { asked, conversationId } = anew;
  const { replaces_message_id: id } = asked.request;
  if (id === undefined) return [];
  const messages = messagesOf(asked.userId, conversationId);
  const gone = fromMessage(await readLast(tx, messages, MESSAGES_KEPT), id);
  await dropLast(tx, messages, gone.length);
  const turns = [...new Set(gone.map(({ element }) => element.turn_id))];
  if (gone.some(({ element }) => element.approval)) await withdraw(deps, tx, anew, turns);
  return turns.toReversed();
}

const isOfPerson = ({ element }: Entry<Message>): boolean => element.role === "person";

function fromMessage(kept: readonly Entry<Message>[], id: string): readonly Entry<Message>[] {
  const at = kept.findIndex((entry) => isOfPerson(entry) && entry.element.id === id);
  if (at < 0)
    throw new AppError("not-found", "There is no such message of yours in this conversation");
  if (kept.slice(at + 1).some(isOfPerson))
    throw new AppError(
      "conflict",
      "Only your last message can be replaced: say what you want now, or “undo”",
    );
  return kept.slice(at);
}

/** Nobody can allow any more what those turns asked. */
async function withdraw(
  deps: ChatDeps,
  tx: Transaction,
  { asked: { userId }, turnId }: Anew,
  turns: readonly string[],
): Promise<void> {
  const isAsked = ({ status, turn_id }: KeptApproval): boolean =>
    status === "pending" && turns.includes(turn_id);
  const decided_at = deps.clock.now().toISOString();
  for (const approval of (await approvalsOf(tx, userId)).filter(isAsked)) {
    const ended = { ...approval, status: "outdated", decided_at };
    const answer = ChatAnswer.parse({
      conversation_id: approval.conversation_id,
      turn_id: turnId,
      response: LANGUAGES[localeIn(contextOfApproval(approval))].approval.withdrawn,
      tool_calls: [],
      decided: ended,
    });
    await endApproval(deps, tx, userId, { ended: { ...ended, answer: JSON.stringify(answer) } });
  }
}
