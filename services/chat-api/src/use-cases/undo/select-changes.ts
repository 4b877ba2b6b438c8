import type { ChangeEntry, UndoRequest } from "@todo-mesh/contracts";
import { AppError, type Clock, type StateStore } from "@todo-mesh/ports";
import { type Entry, readRange, type Transaction } from "@todo-mesh/state";
import { backwards, journalOf, mayKnow } from "../journal/journal.ts";
import { Moved } from "../look-first.ts";
import { REASONS } from "../../domain/tasks/reasons.ts";

/** What is to be taken back: what a request names, or what was done last; by one of the `preferred` turns, if any did. */
export type ChangesToRevert = UndoRequest & {
  /** The oldest first. */
  readonly preferred?: readonly string[] | undefined;
  /** With what the turn that is named took back itself. */
  readonly whole?: true;
};

type Found = Entry<ChangeEntry>;

/** What was found in the journal: the changes to take back, the newest first, and what they had taken back themselves. */
export interface TakenFromJournal {
  readonly entries: readonly Found[];
  readonly undone: readonly Found[];
}

interface JournalDeps {
  readonly store: StateStore;
  readonly clock: Clock;
}

/**
 * Looks for the changes that are to be taken back, with all of their turn or batch. `not-found` if the journal has
 * none of them, `conflict` if all are taken back already. It may walk through the whole journal, page by page, so it
 * is done before the transaction: nothing waits for it but its own person.
 */
export async function selectChanges(
  deps: JournalDeps,
  userId: string,
  which: ChangesToRevert,
): Promise<TakenFromJournal> {
  const id = namedIn(which) ?? (await lastDone(deps, userId, which.preferred ?? []));
  if (id === undefined) throw new AppError("conflict", REASONS["nothing-to-undo"]);
  const entries = await allOf(deps, userId, id, which.whole);
  const undone: Found[] = [];
  for (const { element } of entries)
    if (element.undoes !== undefined) undone.push(...(await namedSo(deps, userId, element.undoes)));
  return { entries, undone };
}

const namedIn = ({ change_id, turn_id, batch_id }: ChangesToRevert): string | undefined =>
  change_id ?? turn_id ?? batch_id;

/** The same entries as they are in this transaction. What was taken back or is gone meanwhile is to be looked for anew. */
export async function readAgain(
  tx: Transaction,
  userId: string,
  entries: readonly Found[],
): Promise<Found[]> {
  const now = entries.map(async ({ n, element }) => {
    const [entry] = await readRange(tx, journalOf(userId), { from: n, to: n + 1 });
    const isSame = entry?.element.id === element.id;
    if (!isSame || entry.element.undone_by !== element.undone_by) throw new Moved();
    return entry;
  });
  return Promise.all(now);
}

async function allOf(
  deps: JournalDeps,
  userId: string,
  id: string,
  whole = false,
): Promise<Found[]> {
  const found: Found[] = [];
  if (await mayKnow(deps, userId, id))
    for await (const entry of backwards(deps.store, userId, id))
      if (isOf(entry.element, id, whole)) found.push(entry);
  if (found.length === 0) throw new AppError("not-found", "The journal has no such change");
  const standing = found.filter(({ element }) => element.undone_by === undefined);
  if (standing.length === 0) throw new AppError("conflict", REASONS["undone-already"]);
  return standing;
}

function isOf(entry: ChangeEntry, id: string, whole: boolean): boolean {
  const isPart = entry.turn_id === id || entry.batch_id === id;
  return entry.id === id || (isPart && (whole || isOwn(entry)));
}

async function namedSo({ store }: JournalDeps, userId: string, id: string): Promise<Found[]> {
  for await (const entry of backwards(store, userId, id))
    if (entry.element.id === id) return [entry];
  return [];
}

/** What was done last, under the name of its turn or batch if it has one. */
async function lastDone(
  { store }: JournalDeps,
  userId: string,
  preferred: readonly string[],
): Promise<string | undefined> {
  const [oldest] = preferred;
  if (oldest !== undefined)
    for await (const { element } of backwards(store, userId, oldest))
      if (stands(element) && preferred.includes(element.turn_id ?? "")) return nameOf(element);
  for await (const { element } of backwards(store, userId))
    if (stands(element)) return nameOf(element);
  return undefined;
}

const nameOf = ({ turn_id, batch_id, id }: ChangeEntry): string => turn_id ?? batch_id ?? id;

const stands = (entry: ChangeEntry): boolean => entry.undone_by === undefined && isOwn(entry);

// What an undo or the mesh itself did is taken back only by its own name.
const isOwn = ({ undoes, by }: ChangeEntry): boolean => undoes === undefined && by !== "system";
