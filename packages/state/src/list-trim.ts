import { AppError, type Json } from "@todo-mesh/ports";
import { elementKey, headOf, type List, readRange } from "./list.ts";
import type { Transaction } from "./transaction.ts";

const MOST_AT_ONCE = 100;

/**
 * Drops the elements numbered below `before`, at most 100 per transaction: answers how many of
 * them are left for the next.
 */
export async function trim(
  tx: Transaction,
  list: { readonly key: string },
  before: number,
): Promise<number> {
  const head = await headOf(tx, list);
  const wanted = Math.min(before, head.next);
  const first = Math.min(wanted, head.first + MOST_AT_ONCE);
  if (first <= head.first) return 0;
  for (let n = head.first; n < first; n += 1) tx.delete(elementKey(list, n));
  tx.put(list.key, { ...head, first });
  return wanted - first;
}

/** Keeps the newest `count` and drops the others, as `trim` does: beside an append it keeps a list short for good. */
export async function keepLast(
  tx: Transaction,
  list: { readonly key: string },
  count: number,
): Promise<number> {
  return trim(tx, list, (await headOf(tx, list)).next - count);
}

/**
 * Takes the whole list away, at most 100 elements per transaction: true once nothing is left of it.
 * Should it be appended to again, its numbers start anew.
 */
export async function erase(tx: Transaction, list: { readonly key: string }): Promise<boolean> {
  const left = await trim(tx, list, Number.MAX_SAFE_INTEGER);
  if (left === 0) tx.delete(list.key);
  return left === 0;
}

/** Takes the newest `count` away; their numbers are given anew to what is appended next. */
export async function dropLast(
  tx: Transaction,
  list: { readonly key: string },
  count: number,
): Promise<void> {
  const head = await headOf(tx, list);
  const next = Math.max(head.first, head.next - count);
  for (let n = next; n < head.next; n += 1) tx.delete(elementKey(list, n));
  tx.put(list.key, { ...head, next });
}

/**
 * Takes element `n` out, which must be there: else `not-found`. Those before it move up by one, at most 100 in a
 * transaction, so that no number is left without an element: answers the number that it has then, undefined once it is
 * out.
 */
export async function takeOut<Element extends Json>(
  tx: Transaction,
  list: List<Element>,
  n: number,
): Promise<number | undefined> {
  const head = await headOf(tx, list);
  const from = Math.max(head.first, n - MOST_AT_ONCE);
  const upToIt = await readRange(tx, list, { from, to: n + 1 });
  const taken = upToIt.pop();
  if (taken?.n !== n) throw new AppError("not-found", "There is nothing of this number any more");
  for (const before of upToIt) tx.put(elementKey(list, before.n + 1), before.element);
  if (from > head.first) {
    tx.put(elementKey(list, from), taken.element);
    return from;
  }
  tx.delete(elementKey(list, head.first));
  tx.put(list.key, { ...head, first: head.first + 1 });
  return undefined;
}
