import type { ApprovalNeeded, Outcome } from "@todo-mesh/contracts";
import type { KeptApproval } from "../../domain/assistant/approval.ts";
import type { Transaction } from "@todo-mesh/state";
import type { TaskDeps } from "../deps.ts";
import { askApproval } from "./approvals.ts";
import { foreseeWish, proposalOf } from "./propose.ts";
import { type Call, keptOutcome, once, outcomeOf } from "./run-call.ts";
import type { Turn } from "./turn.ts";

/**
 * Asks the person about a call that is theirs to allow, once under its id. It comes to `approval-needed`, or to what it
 * would come to where nothing would change.
 */
export async function askPerson(deps: TaskDeps, turn: Turn, call: Call): Promise<Outcome> {
  try {
    const kept = await keptOutcome(deps, turn, call);
    if (kept) return kept;
    const seen = await foreseeWish(deps, turn, call);
    if (seen && "instead" in seen) return seen.instead;
    const { approval } = proposalOf(deps, turn, [{ wish: call, seen }]);
    if (!approval) return NOT_YOURS;
    const ask = (tx: Transaction): Promise<Outcome> =>
      once(tx, turn, call, async () => {
        await askApproval(deps, tx, turn.userId, approval);
        return neededFor(approval);
      });
    return await deps.commit(turn.userId, ask);
  } catch (error) {
    return outcomeOf(error);
  }
}

const neededFor = ({ id, acts, expires_at }: KeptApproval): ApprovalNeeded => ({
  outcome: "approval-needed",
  approval_id: id,
  effect: acts.map(({ effect }) => effect).join("; "),
  expires_at,
});

const NOT_YOURS: Outcome = { outcome: "refused", detail: "only its person may do that" };
