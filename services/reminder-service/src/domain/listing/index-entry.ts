import { z } from "zod";
import { fixedSeries } from "../triggers/triggers-of-series.ts";
import { isWaiting, type Ledger, Span } from "../ledger/ledger.ts";
import { unplannedIdIn } from "./reminders-in.ts";

/**
 * What a person's index has of a ledger: by which ids it may be asked for (their beginnings), and between which
 * moments its rings lie. A ring changes neither, so the index is written when news is heard and not when a bell rings.
 */
export const IndexEntry = Span.extend({ task_id: z.uuid(), ids: z.array(z.string()) });
export type IndexEntry = z.infer<typeof IndexEntry>;

const ID_LENGTH = 8;

/** As much of an id as the index has of it. */
export const beginningOf = (id: string): string => id.slice(0, ID_LENGTH);

/** The entry of a ledger; undefined: there is nothing in it to be found. */
export function entryOf(ledger: Ledger): IndexEntry | undefined {
  const ids = idsIn(ledger);
  if (ids.length === 0) return undefined;
  const moments = momentsIn(ledger).map((moment) => Date.parse(moment));
  return {
    task_id: ledger.task_id,
    ids,
    from: Math.min(...moments),
    ...(!isWithoutEnd(ledger) && { until: Math.max(...moments) }),
  };
}

/** Whether the entry that the index has of a ledger still leads to all that is in it. */
export function isStillRight(
  known: Span | undefined,
  { before, after }: { before: Ledger | undefined; after: Ledger },
): boolean {
  const entry = entryOf(after);
  if (!known || !entry) return !known && !entry;
  return (
    known.from <= entry.from &&
    known.until === entry.until &&
    isSame(before ? idsIn(before) : [], entry.ids)
  );
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each, at) => each === others[at]);

const idsIn = (ledger: Ledger): string[] =>
  [...ledger.reminders.map(({ id }) => id), ...unplannedIdIn(ledger)].map(beginningOf);

const momentsIn = ({ reminders, unplanned }: Ledger): string[] => [
  ...reminders.flatMap(({ rang = [], due_at }) => [...rang, due_at]),
  ...(unplanned ? [unplanned.at] : []),
];

// What cannot be planned waits for its owner.
const isWithoutEnd = ({ task, reminders, unplanned }: Ledger): boolean =>
  unplanned !== undefined ||
  (fixedSeries(task?.repeat) !== undefined &&
    reminders.some((reminder) => isWaiting(reminder) && reminder.date !== undefined));
