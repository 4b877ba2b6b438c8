import { AppError } from "@todo-mesh/ports";
import type { Writer } from "./queue.ts";
import type { OutboxDeps } from "./rows.ts";
import type { Signal } from "./signal.ts";
import type { Writers } from "./writers.ts";

const PATIENCE_MS = 2_000;

interface RoomParts {
  readonly writers: Writers;
  readonly progress: Signal;
  /** Called while somebody waits: what is settled should leave the store now. */
  readonly makeRoom: () => void;
}

export type Room = ReturnType<typeof createRoom>;

/** How many of a window's numbers are given or promised, and not settled yet. */
export const usedBy = (writer: Writer | undefined): number =>
  writer ? writer.next + writer.promised - writer.low : 0;

/** Promises numbers to transactions: never one that is a whole window above the stored low-water mark. */
export function createRoom(
  { wait, window }: OutboxDeps,
  { writers, progress, makeRoom }: RoomParts,
) {
  let waiting = 0;

  const tryTake = async (): Promise<Writer | undefined> => {
    const writer = await writers.current();
    if (usedBy(writer) >= window) return undefined;
    writer.promised += 1;
    return writer;
  };

  const takeWithin = async (timeUp: Promise<void>): Promise<Writer | undefined> => {
    const late = timeUp.then(() => true);
    for (;;) {
      const changed = progress.next().then(() => false);
      makeRoom();
      const tooLate = await Promise.race([changed, late]);
      const writer = await tryTake();
      if (writer || tooLate) return writer;
    }
  };

  const waitForPlace = async (): Promise<Writer> => {
    const enough = new AbortController();
    waiting += 1;
    const writer = await takeWithin(wait(PATIENCE_MS, enough.signal)).finally(() => {
      waiting -= 1;
      enough.abort();
    });
    if (writer) return writer;
    throw new AppError("unavailable", "Events cannot be delivered just now; please try again");
  };

  return {
    /** Whether anyone waits for the low-water mark to rise. */
    isWanted: (): boolean => waiting > 0,
    /** A promised number of the writer it answers, after at most 2 s; then `unavailable`. */
    take: async (): Promise<Writer> => (await tryTake()) ?? waitForPlace(),
    giveBack: (writer: Writer): void => {
      writer.promised -= 1;
      progress.fire();
    },
  };
}
