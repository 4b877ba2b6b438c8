import type { OutgoingEvent } from "@todo-mesh/ports";
import { firstLoad } from "./load.ts";

/** One life of a writer, as this process knows it. */
export interface Writer {
  readonly id: string;
  /** The number the next row gets. */
  next: number;
  /** Numbers promised to transactions that have not come to their commit yet. */
  promised: number;
  /** The low-water mark that is surely stored. */
  low: number;
  leaseUntil: number;
  /** Another looks after its rows now: nothing new is written under its name. */
  lost: boolean;
}

/** A row from the moment it has its number until it is deleted. */
export interface Entry {
  readonly writer: Writer;
  readonly n: number;
  readonly events: readonly OutgoingEvent[];
  readonly bytes: number;
  state: "open" | "committed" | "sent";
}

export type Queue = ReturnType<typeof createQueue>;

/** The rows of this process, in the order of their numbers. */
export function createQueue() {
  const entries = new Set<Entry>();

  return {
    entries: entries as ReadonlySet<Entry>,
    add: (writer: Writer, row: Pick<Entry, "events" | "bytes">): Entry => {
      const entry: Entry = { writer, n: writer.next, ...row, state: "open" };
      writer.next += 1;
      entries.add(entry);
      return entry;
    },
    drop: (entry: Entry): void => void entries.delete(entry),
    sent: (): Entry[] => [...entries].filter(({ state }) => state === "sent"),
    /** Below it nothing of this writer is left to publish or to delete, but for `settled`. */
    lowWater: (writer: Writer, settled: ReadonlySet<Entry> = new Set()): number => {
      for (const entry of entries)
        if (entry.writer === writer && !settled.has(entry)) return entry.n;
      return writer.next;
    },
    nextLoad: (): Entry[] => firstLoad(readyRows(entries)),
  };
}

/**
 * What may be published now. A row waits for those before it that speak of the same user and have
 * not ended yet: their transaction may have come first.
 */
function* readyRows(entries: ReadonlySet<Entry>): Generator<Entry> {
  const heldUp = new Set<string>();
  for (const entry of entries) {
    if (entry.state === "sent") continue;
    const waits = entry.state === "open" || entry.events.some(({ key }) => heldUp.has(key));
    if (waits) for (const { key } of entry.events) heldUp.add(key);
    else yield entry;
  }
}
