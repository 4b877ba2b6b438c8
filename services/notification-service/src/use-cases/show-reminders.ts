import { type Event, NotificationCreated, type ReminderDue } from "@todo-mesh/contracts";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, eventOf, type Outbox } from "@todo-mesh/state";
import { notify } from "../domain/notify.ts";
import { showUnseen } from "./inbox.ts";

export interface InboxDeps {
  readonly store: StateStore;
  readonly outbox: Pick<Outbox, "add">;
  readonly clock: Clock;
}

/**
 * Shows reminders that rang in the inboxes of their people, and says so: all of it in one transaction,
 * or nothing. Safe to repeat: what was ever shown is not shown again.
 */
export function showReminders({ store, outbox, clock }: InboxDeps) {
  return (events: readonly Event<ReminderDue>[]): Promise<void> =>
    atomically(store, async (tx) => {
      const now = clock.now();
      const rung = events.map(({ data }) => ({
        user: data.user_id,
        notification: notify(data, now),
      }));
      const shown = await showUnseen(tx, rung);
      await outbox.add(
        tx,
        shown.map(({ user, notification }) =>
          eventOf(NotificationCreated, {
            userId: user,
            subject: notification.id,
            data: { user_id: user, notification },
          }),
        ),
      );
    });
}
