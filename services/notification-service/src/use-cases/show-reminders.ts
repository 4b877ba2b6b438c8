import {
  type Event,
  type Notification,
  NotificationCreated,
  type ReminderDue,
  type ReminderUnplanned,
} from "@todo-mesh/contracts";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, eventOf, type Outbox } from "@todo-mesh/state";
import { notify, notifyUnplanned } from "../domain/notify.ts";
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
export const showReminders = (deps: InboxDeps) => show<ReminderDue>(deps, notify);

/** Shows that reminders could not be planned; the same way, and as safe to repeat. */
export const showUnplanned = (deps: InboxDeps) => show<ReminderUnplanned>(deps, notifyUnplanned);

function show<Data extends { readonly user_id: string }>(
  { store, outbox, clock }: InboxDeps,
  notificationOf: (data: Data, now: Date) => Notification,
) {
  return (events: readonly Event<Data>[]): Promise<void> =>
    atomically(store, async (tx) => {
      const now = clock.now();
      const told = events.map(({ data }) => ({
        user: data.user_id,
        notification: notificationOf(data, now),
      }));
      const shown = await showUnseen(tx, told);
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
