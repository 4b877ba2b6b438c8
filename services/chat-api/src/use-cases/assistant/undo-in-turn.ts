import type { ChangeEntry, Undone } from "@todo-mesh/contracts";
import type { Transaction } from "@todo-mesh/state";
import type { TaskDeps } from "../deps.ts";
import type { TakenFromJournal } from "../undo/select-changes.ts";
import type { Turn } from "./turn.ts";
import { undoWithin } from "../undo/undo-changes.ts";

/** Takes back what was found to be what this conversation did last; else whatever was done last. */
export async function undoInTurn(
  deps: TaskDeps,
  tx: Transaction,
  { id, userId }: Pick<Turn, "id" | "userId">,
  found: TakenFromJournal,
): Promise<Undone> {
  const by = { by: "assistant", turn_id: id } as const;
  const { changes, tasks } = await undoWithin(deps, tx, userId, { found, by });
  const verbs = new Map(found.entries.map(({ element: { id: change, verb } }) => [change, verb]));
  const dueOf = ({ task_id, after }: ChangeEntry) =>
    after["due"] ? tasks.find((task) => task.id === task_id)?.due : undefined;
  return {
    outcome: "undone",
    changes: changes.map((entry) => {
      const due = dueOf(entry);
      const undid = verbs.get(entry.undoes ?? "");
      return { title: entry.title, verb: entry.verb, ...(undid && { undid }), ...(due && { due }) };
    }),
  };
}
