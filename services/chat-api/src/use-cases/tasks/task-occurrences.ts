import {
  type PageQuery,
  type Task,
  TaskOccurrence,
  type TaskOccurrencePage,
} from "@todo-mesh/contracts";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { keyOf, numberIn, readerOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { olderOf } from "../../domain/tasks/occurrence.ts";
import { isKept } from "../../domain/tasks/task-list.ts";
import type { TaskDeps } from "../deps.ts";

/*
 * The dates of a series that its task has no room for any more lie beside it, a hundred in a row: the nth of a task
 * has its place, and the task says how many there are. So a completion that is taken back leaves nothing to clear up:
 * what lies behind the last place is not read, and is written over.
 */

const IN_A_ROW = 100;
/** How many dates of a task are kept, the newest. */
const KEPT = 2_000;

const Row = z.array(TaskOccurrence);
type Known = Task["occurrences"];

const rowKey = ({ user_id, id }: Pick<Task, "user_id" | "id">, row: number): string =>
  keyOf("occurrences", user_id, id, row);

const rowOf = (n: number): number => Math.floor(n / IN_A_ROW);

function rowsOf(known: Known): number[] {
  const older = olderOf(known);
  const first = rowOf(Math.max(0, older - KEPT));
  return older === 0 ? [] : range(first, rowOf(older - 1) + 1);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

/** Keeps what a change leaves no room for in the task, and lets go of what is older than the last 2 000. */
export async function keepOccurrences(
  tx: Transaction,
  before: Task | undefined,
  after: Pick<Task, "user_id" | "id" | "occurrences">,
): Promise<void> {
  const known = before?.occurrences;
  const place = olderOf(known);
  const count = Math.max(0, olderOf(after.occurrences) - place);
  const pushedOut = known ? known.recent.slice(0, count) : [];
  for (const [n, occurrence] of pushedOut.entries()) await put(tx, after, place + n, occurrence);
  const kept = new Set(rowsOf(after.occurrences));
  for (const row of rowsOf(known)) if (!kept.has(row)) tx.delete(rowKey(after, row));
}

async function put(
  tx: Transaction,
  task: Pick<Task, "user_id" | "id">,
  n: number,
  occurrence: TaskOccurrence,
): Promise<void> {
  const key = rowKey(task, rowOf(n));
  const row = (await tx.get(key, Row)) ?? [];
  tx.put(key, [...row.slice(0, n % IN_A_ROW), occurrence]);
}

/** Lets go of all that lies beside a task that is erased. */
export function dropOccurrences(tx: Transaction, task: Task): void {
  for (const row of rowsOf(task.occurrences)) tx.delete(rowKey(task, row));
}

/** Those of a task from one place up to another, the oldest first. */
async function between(
  store: StateStore,
  task: Task,
  from: number,
  to: number,
): Promise<TaskOccurrence[]> {
  const older = olderOf(task.occurrences);
  const rows = range(rowOf(from), rowOf(Math.min(to, older) - 1) + 1);
  const found = await readerOf(store).getMany(
    rows.map((row) => rowKey(task, row)),
    Row,
  );
  const beside = found.flatMap((row, n) => {
    const first = (rows[n] ?? 0) * IN_A_ROW;
    return (row ?? []).slice(Math.max(0, from - first), Math.max(0, Math.min(to, older) - first));
  });
  const recent = task.occurrences?.recent ?? [];
  return [...beside, ...recent.slice(Math.max(0, from - older), Math.max(0, to - older))];
}

/** A page of what became of the dates of a series, the newest first. `not-found` also for what lies in the trash. */
export function listOccurrences({
  tasks,
  store,
}: Pick<TaskDeps, "tasks"> & { readonly store: StateStore }) {
  return async (
    userId: string,
    id: string,
    { limit, cursor }: PageQuery,
  ): Promise<TaskOccurrencePage> => {
    const task = (await tasks.read(userId)).get(id);
    if (!task || !isKept(task)) throw new AppError("not-found", "There is no such task");
    const all = countOf(task);
    const to = Math.min(all, cursor === undefined ? all : numberIn(cursor));
    const from = Math.max(0, all - KEPT, to - limit);
    const items = await between(store, task, from, to);
    const isLast = from <= Math.max(0, all - KEPT);
    return { items: items.toReversed(), ...(!isLast && { next_cursor: String(from) }) };
  };
}

export type ListOccurrences = ReturnType<typeof listOccurrences>;

const countOf = ({ occurrences: known }: Task): number =>
  olderOf(known) + (known?.recent.length ?? 0);

/** The last of a task, the oldest first, each with a due time: that says whether it is of a whole day. */
export function lastDates({
  tasks,
  store,
}: Pick<TaskDeps, "tasks"> & { readonly store: StateStore }) {
  return async (userId: string, taskId: string, count: number): Promise<TaskOccurrence[]> => {
    const task = (await tasks.read(userId)).get(taskId);
    if (!task) return [];
    const all = countOf(task);
    const dates = await between(store, task, Math.max(0, all - count), all);
    return dates.map((date) => ({ ...(task.due && { due: task.due }), ...date }));
  };
}

/** All of a task, the oldest first. */
export async function* occurrencesOf(
  store: StateStore,
  task: Task,
): AsyncGenerator<TaskOccurrence & { readonly task_id: string }> {
  const all = countOf(task);
  for (let from = Math.max(0, all - KEPT); from < all; from += IN_A_ROW)
    for (const each of await between(store, task, from, Math.min(all, from + IN_A_ROW)))
      yield { task_id: task.id, ...each };
}
