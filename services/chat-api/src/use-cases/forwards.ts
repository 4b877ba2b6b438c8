import type { Json, StateStore } from "@todo-mesh/ports";
import { headOf, type List, readRange } from "@todo-mesh/state";

const PAGE = 100;

/** All elements of a list from the oldest on, a hundred at a time. */
export async function* forwards<Element extends Json>(
  store: StateStore,
  list: List<Element>,
): AsyncGenerator<Element> {
  const { first, next } = await headOf(store, list);
  for (let from = first; from < next; from += PAGE) {
    const page = await readRange(store, list, { from, to: Math.min(next, from + PAGE) });
    for (const { element } of page) yield element;
  }
}
