import type { ReminderDetails } from "@todo-mesh/contracts";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { beginningOf } from "../domain/listing/index-entry.ts";
import { detailsOf } from "../domain/listing/reminders-in.ts";
import { ledgersOf } from "./ledgers.ts";
import type { ReminderIndex } from "./reminder-index.ts";

interface ReadDeps {
  readonly store: StateStore;
  readonly index: Pick<ReminderIndex, "entriesOf">;
}

/** One reminder of a person, and what became of it. Another's is not there. */
export function readReminder({ store, index }: ReadDeps) {
  return async (user: string, id: string): Promise<ReminderDetails> => {
    const entries = await index.entriesOf(user);
    const likely = entries.filter(({ ids }) => ids.includes(beginningOf(id)));
    const ledgers = await ledgersOf(
      store,
      user,
      likely.map(({ task_id }) => task_id),
    );
    const [found] = ledgers.flatMap((ledger) => detailsOf(ledger, id) ?? []);
    if (!found) throw new AppError("not-found", "There is no such reminder");
    return found;
  };
}
