import type { PageQuery } from "@todo-mesh/contracts";
import { AppError, type Json, type StateStore } from "@todo-mesh/ports";
import { headOf, type List, readPage, readRange } from "./list.ts";
import type { Source } from "./reader.ts";

interface ListPage<Element> {
  readonly items: Element[];
  readonly next_cursor?: string;
}

/** A page of a list as it is answered, the newest first. A cursor that it did not give is `invalid`. */
export async function listPage<Element extends Json>(
  source: Source,
  list: List<Element>,
  { limit, cursor }: PageQuery,
): Promise<ListPage<Element>> {
  const before = cursor === undefined ? undefined : numberIn(cursor);
  const { entries, next } = await readPage(source, list, { limit, before });
  return {
    items: entries.map(({ element }) => element),
    ...(next !== undefined && { next_cursor: String(next) }),
  };
}

/** The place in a list that a cursor tells. */
export function numberIn(cursor: string): number {
  if (/^-?\d{1,15}$/.test(cursor)) return Number(cursor);
  const message = "give the next_cursor of the page before";
  throw new AppError("invalid", `cursor: ${message}`, { fields: [{ field: "cursor", message }] });
}

const MOST_AT_ONCE = 100;

/** All elements of a list from the oldest on, a hundred at a time. */
export async function* forwards<Element extends Json>(
  store: StateStore,
  list: List<Element>,
): AsyncGenerator<Element> {
  const { first, next } = await headOf(store, list);
  for (let from = first; from < next; from += MOST_AT_ONCE) {
    const page = await readRange(store, list, { from, to: Math.min(next, from + MOST_AT_ONCE) });
    for (const { element } of page) yield element;
  }
}
