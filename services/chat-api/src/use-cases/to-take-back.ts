import type { ChangeEntry, UndoRequest } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import type { Entry, Transaction } from "@todo-mesh/state";
import { backwards } from "./journal.ts";

/** What is to be taken back: what a request names, or what was done last; by one of the `preferred` turns, if any did. */
export type ToTakeBack = UndoRequest & {
  /** The oldest first. */
  readonly preferred?: readonly string[] | undefined;
};

type Found = Entry<ChangeEntry>;

/**
 * The changes that are to be taken back, the newest first, with all of their turn or batch. `not-found` if the
 * journal has none of them, `conflict` if all are taken back already.
 */
export async function toTakeBack(
  tx: Transaction,
  userId: string,
  { change_id, turn_id, batch_id, preferred = [] }: ToTakeBack,
): Promise<Found[]> {
  const named = change_id ?? turn_id ?? batch_id;
  if (named !== undefined) return allOf(tx, userId, named);
  const last = await lastDone(tx, userId, preferred);
  if (!last) throw new AppError("conflict", "There is nothing to take back");
  return allOf(tx, userId, last.element.turn_id ?? last.element.batch_id ?? last.element.id);
}

async function allOf(tx: Transaction, userId: string, id: string): Promise<Found[]> {
  const found: Found[] = [];
  for await (const entry of backwards(tx, userId, id)) {
    const { element } = entry;
    const isPart = element.turn_id === id || element.batch_id === id;
    if (element.id === id || (isPart && isOwn(element))) found.push(entry);
  }
  if (found.length === 0) throw new AppError("not-found", "The journal has no such change");
  const standing = found.filter(({ element }) => element.undone_by === undefined);
  if (standing.length === 0) throw new AppError("conflict", "It has been taken back already");
  return standing;
}

async function lastDone(
  tx: Transaction,
  userId: string,
  preferred: readonly string[],
): Promise<Found | undefined> {
  const [oldest] = preferred;
  if (oldest !== undefined)
    for await (const entry of backwards(tx, userId, oldest))
      if (stands(entry) && preferred.includes(entry.element.turn_id ?? "")) return entry;
  for await (const entry of backwards(tx, userId)) if (stands(entry)) return entry;
  return undefined;
}

const stands = ({ element }: Found): boolean => element.undone_by === undefined && isOwn(element);

// What an undo or the mesh itself did is taken back only by its own name.
const isOwn = ({ undoes, by }: ChangeEntry): boolean => undoes === undefined && by !== "system";
