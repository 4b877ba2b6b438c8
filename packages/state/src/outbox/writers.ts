import type { Queue, Writer } from "./queue.ts";
import type { OutboxDeps } from "./rows.ts";
import { checkIn, leave, openWriter } from "./writer-rows.ts";

export type Writers = ReturnType<typeof createWriters>;

/** The writer this process writes as, one after the other. */
export function createWriters(deps: OutboxDeps, queue: Queue) {
  const inTurn = oneAfterTheOther();
  let current: Writer | undefined;

  const usable = (): Writer | undefined => {
    const held = current && !current.lost && deps.clock.now().getTime() < current.leaseUntil;
    return held ? current : undefined;
  };
  const renewOrOpen = async (): Promise<Writer> => {
    if (current && !current.lost && !usable()) await checkIn(deps, queue, current);
    current = usable() ?? (await openWriter(deps, deps.ids.next()));
    return current;
  };

  return {
    /** Its lease surely holds; after a pause it is asked for first, and if it was lost a new writer begins. */
    current: async (): Promise<Writer> => usable() ?? inTurn(renewOrOpen),
    peek: (): Writer | undefined => current,
    checkIn: (writer: Writer): Promise<void> => inTurn(() => checkIn(deps, queue, writer)),
    leave: (): Promise<void> =>
      inTurn(async () => {
        if (!current || current.lost) return;
        current.lost = true;
        await leave(deps, current.id, queue.lowWater(current) === current.next);
      }),
  };
}

function oneAfterTheOther() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
