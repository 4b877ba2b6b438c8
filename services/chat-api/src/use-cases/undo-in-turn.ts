import type { ChangeEntry } from "@todo-mesh/contracts";
import type { Transaction } from "@todo-mesh/state";
import type { ToolOutcome } from "../domain/tool-outcome.ts";
import type { TaskDeps } from "./deps.ts";
import type { TakenFromJournal } from "./to-take-back.ts";
import type { Turn } from "./turn.ts";
import { undoWithin } from "./undo-changes.ts";

/** Takes back what was found to be what this conversation did last; else whatever was done last. */
export async function undoInTurn(
  deps: TaskDeps,
  tx: Transaction,
  { id, userId }: Turn,
  found: TakenFromJournal,
): Promise<ToolOutcome> {
  const by = { by: "assistant", turn_id: id } as const;
  const { changes, tasks } = await undoWithin(deps, tx, userId, { found, by });
  const dueOf = ({ task_id, after }: ChangeEntry) =>
    after["due"] ? tasks.find((task) => task.id === task_id)?.due : undefined;
  return {
    outcome: "undone",
    changes: changes.map((entry) => {
      const due = dueOf(entry);
      return { title: entry.title, verb: entry.verb, ...(due && { due }) };
    }),
  };
}
