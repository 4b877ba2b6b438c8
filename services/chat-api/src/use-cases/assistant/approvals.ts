import { Approval, type ApprovalPage, type ApprovalQuery } from "@todo-mesh/contracts";
import { ApprovalDecided, ApprovalRequested } from "@todo-mesh/contracts/events";
import { eventOf, keyOf, readerOf, replace, type Source, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { KeptApproval, shownApproval } from "../../domain/assistant/approval.ts";
import type { TaskDeps } from "../deps.ts";
import { answerOf, messagesOf } from "./conversation-keys.ts";

/** So many of a person's are kept, the oldest first; older ones can only be read in their conversation. */
const MOST = 10;
/** A decision that is sent again within a day has the same answer. */
const KEPT_SECONDS = 86_400;

const approvalsKey = (userId: string): string => keyOf("approvals", userId);
const Row = z.object({ approvals: z.array(KeptApproval) });

/** What a person was asked to allow, the newest last. */
export async function approvalsOf(source: Source, userId: string): Promise<KeptApproval[]> {
  return (await readerOf(source).get(approvalsKey(userId), Row))?.approvals ?? [];
}

async function keepApproval(
  tx: Transaction,
  userId: string,
  approval: KeptApproval,
): Promise<void> {
  const kept = await approvalsOf(tx, userId);
  const at = kept.findIndex(({ id }) => id === approval.id);
  const approvals = at < 0 ? [...kept, approval].slice(-MOST) : kept.with(at, approval);
  tx.put(approvalsKey(userId), { approvals }, { ttlSeconds: KEPT_SECONDS });
}

/** Asks a person: keeps what is asked, and tells so on their live streams. */
export async function askApproval(
  { outbox }: Pick<TaskDeps, "outbox">,
  tx: Transaction,
  userId: string,
  approval: KeptApproval,
): Promise<void> {
  await keepApproval(tx, userId, approval);
  await outbox.add(tx, [aboutApproval(ApprovalRequested, userId, approval)]);
}

/** Keeps how an approval ended, there and in the message that asked for it, and what is asked instead. */
export async function endApproval(
  deps: Pick<TaskDeps, "outbox">,
  tx: Transaction,
  userId: string,
  { ended, anew }: { readonly ended: KeptApproval; readonly anew?: KeptApproval | undefined },
): Promise<void> {
  await keepApproval(tx, userId, ended);
  const messages = messagesOf(userId, ended.conversation_id);
  const asking = await answerOf(tx, messages, ended.turn_id);
  if (asking) {
    const message = { ...asking.element, approval: Approval.parse(ended) };
    await replace(tx, messages, asking.n, message);
  }
  await deps.outbox.add(tx, [aboutApproval(ApprovalDecided, userId, ended)]);
  if (anew) await askApproval(deps, tx, userId, anew);
}

const aboutApproval = (contract: typeof ApprovalDecided, userId: string, approval: KeptApproval) =>
  eventOf(contract, {
    userId,
    subject: approval.id,
    data: { user_id: userId, approval: Approval.parse(approval) },
  });

/** Forgets what a person was asked. */
export const eraseApprovals = (tx: Transaction, userId: string): void =>
  tx.delete(approvalsKey(userId));

/** What a person was asked lately, the newest first. */
export function listApprovals({ store, clock }: Pick<TaskDeps, "store" | "clock">) {
  return async (userId: string, { conversation_id }: ApprovalQuery): Promise<ApprovalPage> => {
    const now = clock.now();
    const isAsked = (each: Approval): boolean =>
      conversation_id === undefined || each.conversation_id === conversation_id;
    const all = (await approvalsOf(store, userId)).filter(isAsked);
    return { items: all.toReversed().map((each) => shownApproval(each, now)) };
  };
}

export type ListApprovals = ReturnType<typeof listApprovals>;
