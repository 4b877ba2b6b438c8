import type { PageQuery } from "@todo-mesh/contracts";
import type { Json } from "@todo-mesh/ports";
import { type List, readPage, type Source } from "@todo-mesh/state";
import { refusal } from "./refusal.ts";

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

/** The place that a cursor tells. */
export function numberIn(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw refusal({ field: "cursor", message: "give the next_cursor of the page before" });
}
