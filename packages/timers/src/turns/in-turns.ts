import { FairQueue, type Group, type Grouped } from "./fair-queue.ts";

const AT_ONCE = 1_000;
const OF_A_GROUP = 200;

/** So many of these as are tried together, the groups in turns. */
export function inTurns<Item>(items: readonly Item[], groupOf: (item: Item) => Group): Item[] {
  const queue = new FairQueue<Grouped & { readonly item: Item }>((group) =>
    group === undefined ? AT_ONCE : OF_A_GROUP,
  );
  for (const item of items) queue.add({ group: groupOf(item), item });
  return queue.take(AT_ONCE).map(({ item }) => item);
}
