import type { ReminderDetailsPage } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { allDetailsIn } from "../domain/listing/reminders-in.ts";
import { ledgersOf } from "./ledgers.ts";
import type { ReminderIndex } from "./reminder-index.ts";

interface ExportDeps {
  readonly store: StateStore;
  readonly index: Pick<ReminderIndex, "entriesOf">;
}

// A ledger is some kilobytes, a hundred at most: an answer stays within what a call may carry.
const LEDGERS_OF_A_PAGE = 25;

/** All that is kept of a person's reminders, some tasks at a time, in the order of the tasks' ids. */
export function exportReminders({ store, index }: ExportDeps) {
  return async (user: string, after = ""): Promise<ReminderDetailsPage> => {
    const ids = (await index.entriesOf(user)).map(({ task_id }) => task_id);
    const left = ids.filter((id) => id > after).toSorted();
    const some = left.slice(0, LEDGERS_OF_A_PAGE);
    const items = (await ledgersOf(store, user, some)).flatMap(allDetailsIn);
    const last = some.at(-1);
    return { items, ...(left.length > some.length && last && { next_cursor: last }) };
  };
}
