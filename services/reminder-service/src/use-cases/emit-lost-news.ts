import { ReminderUnplanned } from "@todo-mesh/contracts/events";
import type { StateStore } from "@todo-mesh/ports";
import { atomically, eventOf, type Outbox, seenBefore } from "@todo-mesh/state";
import type { Ledger } from "../domain/ledger/ledger.ts";
import { type LostNews, sayLost } from "../domain/planning/lost-news.ts";
import { readLedgers, type WriteDeps, writeLedgers } from "./ledgers.ts";

export interface EmitDeps extends WriteDeps {
  readonly store: StateStore;
  readonly outbox: Pick<Outbox, "add">;
}

/**
 * Tells the owners of tasks of which news could not be taken in, and leaves that in their ledgers. Safe to repeat:
 * an event is told of once.
 */
export function emitLostNews(deps: EmitDeps) {
  const { store, clock, outbox } = deps;
  return (lost: readonly LostNews[]): Promise<void> =>
    atomically(store, async (tx) => {
      const now = clock.now();
      const said = new Map(
        lost.flatMap((news) => sayLost(news, now) ?? []).map((one) => [one.unplanned_id, one]),
      );
      const seen = await seenBefore(tx, [...said.keys()]);
      const unseen = [...said.values()].filter(({ unplanned_id }) => !seen.has(unplanned_id));
      const before = await readLedgers(
        tx,
        unseen.map(({ task_id }) => task_id),
      );
      const fresh = unseen.filter(({ task_id }) => !isErased(before.get(task_id)));
      const after = new Map(before);
      for (const { task_id, unplanned_id: id, reason, at } of fresh) {
        const ledger = after.get(task_id);
        if (ledger) after.set(task_id, { ...ledger, unplanned: { reason, at, id } });
      }
      await writeLedgers(tx, deps, { before, after });
      await outbox.add(tx, fresh.map(unplannedEvent));
    });
}

const isErased = (ledger: Ledger | undefined): boolean =>
  ledger !== undefined && ledger.task === undefined;

/** What the owner of a task is told. */
export const unplannedEvent = (said: ReminderUnplanned) =>
  eventOf(ReminderUnplanned, {
    id: said.unplanned_id,
    userId: said.user_id,
    subject: said.task_id,
    data: said,
  });
