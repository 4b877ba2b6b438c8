import {
  type ChangeEntry,
  quoted,
  refuse,
  type Task,
  type UndoAnswer,
  type UndoRequest,
} from "@todo-mesh/contracts";
import { AppError, type Json, kindOf } from "@todo-mesh/ports";
import { type Changes, type Entry, replace, type Transaction } from "@todo-mesh/state";
import { entryOf, type Origin } from "../../domain/journal/journal-entry.ts";
import { revertChange } from "../../domain/journal/revert-change.ts";
import { because } from "../../domain/tasks/reasons.ts";
import type { TaskChange } from "../../domain/tasks/task-change.ts";
import { faultsIn } from "../../domain/tasks/task-fault.ts";
import type { TaskDeps } from "../deps.ts";
import { journalOf } from "../journal/journal.ts";
import { recordChange } from "../tasks/record-change.ts";
import { answerOncePerKey, type Asked } from "../once/one-key.ts";
import { loadForChange } from "../tasks/load-for-change.ts";
import { lookFirst } from "../look-first.ts";
import {
  readAgain,
  type TakenFromJournal,
  selectChanges,
  type ChangesToRevert,
} from "./select-changes.ts";

/** Takes changes back, all that are named or none, and answers what was done; once for each idempotency key. */
export function undoChanges(deps: TaskDeps) {
  return (asked: Asked, which: UndoRequest): Promise<Json> => {
    const { userId } = asked;
    return undoing(deps, userId, which, (tx, found) =>
      answerOncePerKey(tx, asked, async () => ({
        ...(await undoWithin(deps, tx, userId, { found: found(), by: { by: "api" } })),
      })),
    ).catch(refuseTooMuch);
  };
}

/** Looks through the journal and then takes back, or tells why not, in a transaction of `act`. */
export const undoing = <Result>(
  deps: TaskDeps,
  userId: string,
  which: ChangesToRevert,
  act: (tx: Transaction, found: () => TakenFromJournal) => Promise<Result>,
): Promise<Result> =>
  lookFirst(deps.commit, userId, {
    look: () => selectChanges(deps, userId, which),
    act,
    isLarge: isMuch,
  });

/** So many changes are taken back as quickly as one is made. */
const FEW = 3;
/** Whether so much is to be taken back that others had better not wait for it. */
export const isMuch = ({ entries }: TakenFromJournal): boolean => entries.length > FEW;

// All of it must go into one transaction, or none: what is too large for one is taken back piece by piece.
function refuseTooMuch(error: unknown): never {
  if (kindOf(error) !== "invalid" && kindOf(error) !== "too-large") throw error;
  const way = "This is too much to take back at once: take its changes back one by one";
  throw new AppError("conflict", way, { cause: error });
}

export type UndoChanges = ReturnType<typeof undoChanges>;

/**
 * The same within a transaction, for what was found in the journal before. `conflict`: what was changed since would
 * be lost, and why.
 */
export async function undoWithin(
  deps: TaskDeps,
  tx: Transaction,
  userId: string,
  { found, by }: { readonly found: TakenFromJournal; readonly by: Origin },
): Promise<UndoAnswer> {
  const entries = await readAgain(tx, userId, found.entries);
  await standAgain(tx, userId, await readAgain(tx, userId, found.undone));
  const draft = await loadForChange(deps, tx, userId);
  const made: ChangeEntry[] = [];
  for (const entry of entries) made.push(...(await undoOne(deps, tx, draft, { entry, by })));
  const ids = new Set(made.map(({ task_id }) => task_id));
  return { changes: made, tasks: [...ids].flatMap((id) => draft.get(id) ?? []) };
}

async function undoOne(
  deps: TaskDeps,
  tx: Transaction,
  draft: Changes<Task>,
  { entry: { n, element: entry }, by }: { readonly entry: Entry<ChangeEntry>; readonly by: Origin },
): Promise<ChangeEntry[]> {
  const stamp = { now: deps.clock.now(), changeId: deps.ids.next() };
  const change = sound(revertChange(entry, draft.get(entry.task_id), stamp));
  const origin = { ...by, undoes: entry.id };
  const task = await recordChange(deps, tx, draft, { change, origin });
  const journal = journalOf(task.user_id);
  await replace(tx, journal, n, { ...entry, undone_by: stamp.changeId });
  return change.kind === "changed" ? [entryOf(change, origin)] : [];
}

function sound(change: TaskChange): TaskChange {
  const [fault] = faultsIn(change);
  if (!fault || change.kind !== "changed") return change;
  const { field, message } = fault;
  const title = quoted(change.task.title);
  return refuse("conflict", because("contradicts-itself", title, field, message));
}

/** A change whose undoing is itself undone stands as before, and may be taken back anew. */
async function standAgain(
  tx: Transaction,
  userId: string,
  undone: readonly Entry<ChangeEntry>[],
): Promise<void> {
  for (const { n, element } of undone) {
    const { undone_by: _, ...standing } = element;
    await replace(tx, journalOf(userId), n, standing);
  }
}
