/**
 * Works through what comes, so many at a time; those of one key one after the other, in their order. No more is taken
 * than can be worked on.
 */
export async function inLanes<Item>(
  items: AsyncIterable<Item>,
  { keyOf, atOnce }: { readonly keyOf: (item: Item) => string; readonly atOnce: number },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const lanes = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  const failed = new AbortController();
  for await (const item of items) {
    const key = keyOf(item);
    const mine = (lanes.get(key) ?? Promise.resolve()).then(() => work(item));
    lanes.set(key, mine);
    const ended = mine
      .catch((error: unknown) => failed.abort(error))
      .finally(() => {
        running.delete(ended);
        if (lanes.get(key) === mine) lanes.delete(key);
      });
    running.add(ended);
    if (running.size >= atOnce) await Promise.race(running);
    failed.signal.throwIfAborted();
  }
  await Promise.all(running);
  failed.signal.throwIfAborted();
}
