import { AppError, type Json } from "@todo-mesh/ports";
import { LostRace } from "../atomically.ts";
import type { Transaction } from "../transaction.ts";
import type { Delivery } from "./delivery.ts";
import type { Sealed } from "./events.ts";
import type { Entry, Queue, Writer } from "./queue.ts";
import type { Room } from "./room.ts";
import { rowKey } from "./rows.ts";

const LARGEST_ROW_BYTES = 1_024 * 1_024;

interface RowParts {
  readonly queue: Queue;
  readonly room: Room;
  readonly delivery: Delivery;
}

interface OpenRow {
  readonly events: Sealed[];
  /** Resolves when there is room for it. */
  readonly place: Promise<void>;
}

/** Adds events to the row of their transaction: all that is added to one goes out together. */
export function createOpenRows(parts: RowParts) {
  const rows = new WeakMap<Transaction, OpenRow>();

  return async (tx: Transaction, events: readonly Sealed[]): Promise<void> => {
    const row = rows.get(tx) ?? openRow(parts, tx);
    rows.set(tx, row);
    row.events.push(...events);
    if (sizeOf(row.events) > LARGEST_ROW_BYTES)
      throw new AppError("invalid", "This is more than the events of one change can carry (1 MB)");
    await row.place;
  };
}

function openRow({ queue, room, delivery }: RowParts, tx: Transaction): OpenRow {
  const events: Sealed[] = [];
  let promised: Writer | undefined;
  let entry: Entry | undefined;
  let ended = false;

  const giveBack = () => {
    if (promised) room.giveBack(promised);
    promised = undefined;
  };
  const takePlace = async (): Promise<void> => {
    promised = await room.take();
    if (ended) giveBack();
  };
  // The number is given at the very end: of two transactions that touch the same thing, the one
  // that read what the other wrote has the higher number.
  tx.beforeCommit(() => {
    if (!promised) throw new AppError("bug", "outbox.add was not waited for");
    if (promised.lost) throw new LostRace();
    entry = queue.add(promised, { events: events.map(outgoing), bytes: sizeOf(events) });
    tx.put(rowKey(promised.id, entry.n), rowOf(events), { mustBeNew: true });
    giveBack();
  });
  tx.atEnd((outcome) => {
    ended = true;
    giveBack();
    if (entry) delivery.settle(entry, outcome);
  });

  const place = takePlace();
  // Whoever adds waits for it and hears of its failure; a caller that has failed already does not.
  place.catch(() => undefined);
  return { events, place };
}

const sizeOf = (events: readonly Sealed[]) => events.reduce((sum, { bytes }) => sum + bytes, 0);
const rowOf = (events: readonly Sealed[]): Json => ({ events: events.map(({ json }) => json) });
const outgoing = ({ topic, key, event }: Sealed) => ({ topic, key, event });
