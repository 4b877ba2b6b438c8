import { type ApprovalDecision, ChatAnswer, Outcome, type ToolCall } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import type { Transaction } from "@todo-mesh/state";
import {
  contextOfApproval,
  type KeptApproval,
  shownApproval,
} from "../../domain/assistant/approval.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { REASONS } from "../../domain/tasks/reasons.ts";
import type { ChatDeps } from "../deps.ts";
import { answerOfKey, answerOncePerKey, type Asked } from "../once/one-key.ts";
import { approvalsOf, endApproval } from "./approvals.ts";
import { carryOut, foreseeAgain } from "./carry-out.ts";
import { storeAnswer } from "./finish-turn.ts";
import { proposalOf } from "./propose.ts";
import type { TurnLog } from "./turn-log.ts";
import type { Turn } from "./turn.ts";

/**
 * Carries out all that was asked, or lets go of it. Whoever decides again the same way has the same answer. Where a
 * task was changed since, nothing is done, and what it would come to now is asked anew. `not-found`: this person was
 * asked nothing under that id; `conflict`: it was decided the other way. Decided in a turn, its answer is the turn's;
 * else it is a message of its own.
 */
export function decideApproval(deps: ChatDeps) {
  return (asked: Asked, decision: Which, turn?: Pick<Turn, "id" | "log">): Promise<ChatAnswer> => {
    const how = { ...decision, turnId: turn?.id ?? deps.ids.next(), isOwn: !turn, log: turn?.log };
    return deps.commit(asked.userId, (tx) => decideOnce(deps, tx, asked, how), { isLarge: true });
  };
}

export type DecideApproval = ReturnType<typeof decideApproval>;

type Which = ApprovalDecision & { readonly id: string };

type How = Which & {
  readonly turnId: string;
  /** Nobody else stores the answer in the conversation. */
  readonly isOwn: boolean;
  /** What of it is shown in a turn. */
  readonly log: TurnLog | undefined;
};

async function decideOnce(
  deps: ChatDeps,
  tx: Transaction,
  asked: Asked,
  how: How,
): Promise<ChatAnswer> {
  const [kept] = await Promise.all([answerOfKey(tx, asked), how.log?.hold(tx)]);
  if (kept !== undefined) return ChatAnswer.parse(kept);
  const answer = await decide(deps, tx, asked.userId, how);
  const made = answer.tool_calls.map((data) => ({ event: "tool.finished" as const, data }));
  await how.log?.keep(tx, made);
  return ChatAnswer.parse(await answerOncePerKey(tx, asked, async () => answer));
}

async function decide(
  deps: ChatDeps,
  tx: Transaction,
  userId: string,
  how: How,
): Promise<ChatAnswer> {
  const approval = (await approvalsOf(tx, userId)).find(({ id }) => id === how.id);
  if (!approval) throw new AppError("not-found", REASONS["not-asked"]);
  if (approval.answer) return decidedAlready(approval.status, approval.answer, how);
  const end = await endOf(deps, tx, { userId, approval, how });
  const ended = { ...approval, status: end.status, decided_at: deps.clock.now().toISOString() };
  const answer = ChatAnswer.parse({
    conversation_id: approval.conversation_id,
    turn_id: how.turnId,
    response: end.text,
    tool_calls: end.calls,
    approval: end.anew,
    decided: ended,
  });
  const kept = { ...ended, answer: JSON.stringify(answer) };
  await endApproval(deps, tx, userId, { ended: kept, anew: end.anew });
  const place = { userId, conversationId: approval.conversation_id, id: how.turnId };
  if (how.isOwn) await storeAnswer(deps, tx, place, answer);
  return answer;
}

function decidedAlready(status: string, answer: string, { decision }: How): ChatAnswer {
  const other = decision === "approve" ? "rejected" : "approved";
  if (status === other) throw new AppError("conflict", REASONS["decided-already"]);
  return ChatAnswer.parse(JSON.parse(answer));
}

interface End {
  readonly status: string;
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly anew?: KeptApproval | undefined;
}

interface Ending {
  readonly userId: string;
  readonly approval: KeptApproval;
  readonly how: How;
}

async function endOf(
  deps: ChatDeps,
  tx: Transaction,
  { userId, approval, how }: Ending,
): Promise<End> {
  const locale = localeIn(contextOfApproval(approval));
  const words = LANGUAGES[locale].approval;
  const without = (status: "rejected" | "expired") => ({ status, text: words[status], calls: [] });
  if (shownApproval(approval, deps.clock.now()).status === "expired") return without("expired");
  if (how.decision === "reject") return without("rejected");
  const calls = await carryOut(deps, tx, { userId, approval, turnId: how.turnId });
  if (calls) {
    const told = calls.map(({ name, result }) =>
      deps.actions.say(name, Outcome.parse(result), locale),
    );
    return { status: "approved", text: told.join("\n"), calls };
  }
  const seen = await foreseeAgain(deps, tx, { userId, approval });
  const turn = { id: how.turnId, conversationId: approval.conversation_id };
  const { text, approval: anew } = proposalOf(
    deps,
    { ...turn, context: contextOfApproval(approval) },
    seen,
  );
  return { status: "outdated", text: [words.outdated, text].join("\n"), calls: [], anew };
}
