import type { Reminder, ReminderPage, ReminderQuery } from "@todo-mesh/contracts";
import { AppError, type Clock, type StateStore } from "@todo-mesh/ports";
import { createPace } from "@todo-mesh/kit";
import { entryOf, type IndexEntry } from "../domain/listing/index-entry.ts";
import { remindersIn } from "../domain/listing/reminders-in.ts";
import { type Place, placeOf, type View, viewOf } from "../domain/listing/view.ts";
import { ledgersOf } from "./ledgers.ts";
import type { ReminderIndex } from "./reminder-index.ts";

export interface ListDeps {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly index: Pick<ReminderIndex, "entriesOf">;
}

/** A page of a person's reminders. Only the ledgers that may have some of it are read. */
export function listReminders({ store, clock, index }: ListDeps) {
  return async (user: string, { limit, cursor, task_id, ...asked }: ReminderQuery) => {
    const view = viewOf(asked, cursor === undefined ? undefined : placeIn(cursor), clock.now());
    const entries =
      task_id === undefined
        ? await index.entriesOf(user)
        : (await ledgersOf(store, user, [task_id])).flatMap((ledger) => entryOf(ledger) ?? []);
    const read = async (lot: readonly IndexEntry[]) => {
      const ids = lot.map((entry) => entry.task_id);
      return (await ledgersOf(store, user, ids)).flatMap(remindersIn);
    };
    return pageOf(await firstOf(entries, { view, limit, read }), limit);
  };
}

const LEDGERS_AT_ONCE = 100;

interface Search {
  readonly view: View;
  readonly limit: number;
  readonly read: (lot: readonly IndexEntry[]) => Promise<Reminder[]>;
}

/** The first of the view, in order: one more than the limit, if there are so many. */
async function firstOf(
  entries: readonly IndexEntry[],
  { view, limit, read }: Search,
): Promise<Reminder[]> {
  const wanted = entries.filter(view.mayHold).toSorted(view.orderOfEntries);
  const found: Reminder[] = [];
  const pace = createPace();
  for (let from = 0; from < wanted.length; from += LEDGERS_AT_ONCE) {
    const to = from + LEDGERS_AT_ONCE;
    found.push(...(await read(wanted.slice(from, to))).filter(view.holds));
    await pace();
    const next = wanted[to];
    const settled = next && found.filter((reminder) => view.isBefore(reminder, next));
    if (settled && settled.length > limit) break;
  }
  return found.toSorted(view.order).slice(0, limit + 1);
}

function pageOf(found: readonly Reminder[], limit: number): ReminderPage {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last && { next_cursor: cursorOf(placeOf(last)) }) };
}

const cursorOf = ({ at, id }: Place): string => `${at}.${id}`;

function placeIn(cursor: string): Place {
  const [, at, id] = /^(-?\d{1,16})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (at !== undefined && id !== undefined) return { at: Number(at), id };
  const message = "give the next_cursor of the page before";
  throw new AppError("invalid", `cursor: ${message}`, { fields: [{ field: "cursor", message }] });
}
