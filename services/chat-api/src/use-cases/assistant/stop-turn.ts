import { AppError } from "@todo-mesh/ports";
import type { Transaction } from "@todo-mesh/state";
import { type EndDeps, endInterrupted } from "./end-interrupted.ts";
import type { RunningTurns } from "./running-turns.ts";
import { KEPT, TurnRow, turnRowKey } from "./turn-row.ts";

type StopDeps = EndDeps & { readonly running: Pick<RunningTurns, "isDead" | "find"> };

/**
 * Wants no more of a turn: here it is heard at once, and on another replica within a second, by the mark in its row.
 * One that has ended stays as it is. `not-found`: there is no such turn, or it ended more than ten minutes ago.
 */
export function stopTurn(deps: StopDeps) {
  return async (userId: string, turnId: string): Promise<void> => {
    deps.running.find(userId, turnId)?.stop();
    const mark = async (tx: Transaction): Promise<boolean> => {
      const row = await tx.get(turnRowKey(userId, turnId), TurnRow);
      if (!row || row.ended) return row !== undefined;
      if (deps.running.isDead(row)) await endInterrupted(deps, tx, userId, row);
      else tx.put(turnRowKey(userId, turnId), { ...row, stop: true }, KEPT);
      return true;
    };
    if (!(await deps.commit(userId, mark)))
      throw new AppError("not-found", "There is no such turn, or it ended long ago");
  };
}
