import { AppError, type Json } from "@todo-mesh/ports";
import { z } from "zod";
import { readerOf, type Source } from "./reader.ts";
import type { Transaction } from "./transaction.ts";

/**
 * Numbered elements under one key: a head that counts, and one key per element (`{key}:{n}`). Appending
 * and reading the last few cost the same however long the list is. Numbers start at 0 and come back only where
 * the newest are dropped; what is put before the first has numbers below 0.
 */
export interface List<Element extends Json> {
  readonly key: string;
  readonly element: z.ZodType<Element>;
}

/** An element and its number in the list. */
export interface Entry<Element> {
  readonly n: number;
  readonly element: Element;
}

const Head = z.object({ first: z.int(), next: z.int() });
/** `first` is the number of the oldest element still kept, `next` the one the next will get. */
export type Head = z.infer<typeof Head>;
const EMPTY: Head = { first: 0, next: 0 };

/** Names a list by its key (of `keyOf`) and the shape of its elements. */
export const listOf = <Element extends Json>(
  key: string,
  element: z.ZodType<Element>,
): List<Element> => ({ key, element });

export const elementKey = (list: { readonly key: string }, n: number) => `${list.key}:${n}`;

/** Where the list begins and ends; {0, 0} when there is none. */
export async function headOf(source: Source, list: { readonly key: string }): Promise<Head> {
  return (await readerOf(source).get(list.key, Head)) ?? EMPTY;
}

/** Adds elements at the end; answers the number of the first of them. */
export async function append<Element extends Json>(
  tx: Transaction,
  list: List<Element>,
  elements: readonly Element[],
): Promise<number> {
  const head = await headOf(tx, list);
  elements.forEach((element, at) => tx.put(elementKey(list, head.next + at), element));
  if (elements.length > 0) tx.put(list.key, { ...head, next: head.next + elements.length });
  return head.next;
}

/** Of this transaction and one that adds to the list meanwhile, one looks again. Of a list that is not there nothing is held. */
export async function holdEnd(tx: Transaction, list: { readonly key: string }): Promise<void> {
  const head = await tx.get(list.key, Head);
  if (head) tx.put(list.key, head);
}

/** Puts elements in the place of all that stand before number `n`; those from `n` on keep their numbers. */
export async function placeBefore<Element extends Json>(
  tx: Transaction,
  list: List<Element>,
  n: number,
  elements: readonly Element[],
): Promise<void> {
  const head = await headOf(tx, list);
  const first = n - elements.length;
  for (let gone = head.first; gone < Math.min(first, n); gone += 1)
    tx.delete(elementKey(list, gone));
  elements.forEach((element, at) => tx.put(elementKey(list, first + at), element));
  tx.put(list.key, { ...head, first });
}

/** Puts another element in the place of number `n`, which must be there: else `not-found`. */
export async function replace<Element extends Json>(
  tx: Transaction,
  list: List<Element>,
  n: number,
  element: Element,
): Promise<void> {
  const key = elementKey(list, n);
  if ((await tx.get(key, list.element)) === undefined)
    throw new AppError("not-found", "There is nothing of this number any more");
  tx.put(key, element);
}

/** Those of the numbers from `from` up to, not including, `to` that are there, the oldest first. */
export async function readRange<Element extends Json>(
  source: Source,
  list: List<Element>,
  range: { readonly from: number; readonly to: number },
): Promise<Entry<Element>[]> {
  const length = Math.max(0, range.to - range.from);
  return readNumbers(
    source,
    list,
    Array.from({ length }, (_, at) => range.from + at),
  );
}

/** Those of these numbers that are there, in their order. */
export async function readNumbers<Element extends Json>(
  source: Source,
  list: List<Element>,
  numbers: readonly number[],
): Promise<Entry<Element>[]> {
  const found = await readerOf(source).getMany(
    numbers.map((n) => elementKey(list, n)),
    list.element,
  );
  return numbers.flatMap((n, at) => {
    const element = found[at];
    return element === undefined ? [] : [{ n, element }];
  });
}

/** The last `count` elements, the oldest of them first. */
export async function readLast<Element extends Json>(
  source: Source,
  list: List<Element>,
  count: number,
): Promise<Entry<Element>[]> {
  const { first, next } = await headOf(source, list);
  return readRange(source, list, { from: Math.max(first, next - count), to: next });
}

/**
 * The newest first, `limit` at a time. `next` asks for the page after this one, by passing it as
 * `before`; it stays right while the list grows at its end or loses its oldest.
 */
export async function readPage<Element extends Json>(
  source: Source,
  list: List<Element>,
  page: { readonly limit: number; readonly before?: number | undefined },
): Promise<{ entries: Entry<Element>[]; next?: number }> {
  const head = await headOf(source, list);
  const to = Math.min(head.next, page.before ?? head.next);
  const from = Math.max(head.first, to - page.limit);
  const entries = await readRange(source, list, { from, to });
  return { entries: entries.toReversed(), ...(from > head.first && from < to && { next: from }) };
}
