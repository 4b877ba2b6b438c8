import { type Notification } from "@todo-mesh/contracts";
import {
  type Event,
  NotificationCreated,
  type ReminderDue,
  type ReminderUnplanned,
} from "@todo-mesh/contracts/events";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, eventOf, type Outbox } from "@todo-mesh/state";
import { notify, notifyUnplanned } from "../domain/notify.ts";
import { type Addressed, readEnds, showUnseen } from "./inbox.ts";
import { knownBefore } from "./known-until.ts";

export interface InboxDeps {
  readonly store: StateStore;
  readonly outbox: Pick<Outbox, "add">;
  readonly clock: Clock;
}

/**
 * Shows reminders that rang in the inboxes of their people, and says so: first what people have a few of, then the
 * many of one, part by part, each in one transaction. What their person dismissed or snoozed before it came here is
 * read already. Safe to repeat: what was ever shown is not shown again.
 */
export const showReminders = (deps: InboxDeps) =>
  show<ReminderDue>(deps, async (dues) => {
    const isKnown = await knownBefore(deps.store, dues);
    return (due, now) => ({
      ...notify(due, now),
      ...(isKnown(due) && { read_at: now.toISOString() }),
    });
  });

/** Shows that reminders could not be planned; the same way, and as safe to repeat. */
export const showUnplanned = (deps: InboxDeps) =>
  show<ReminderUnplanned>(deps, async () => notifyUnplanned);

interface Owned {
  readonly user_id: string;
}

function show<Data extends Owned>(
  deps: InboxDeps,
  sayingAll: (all: readonly Data[]) => Promise<(data: Data, now: Date) => Notification>,
) {
  const showTogether = (all: readonly Data[]): Promise<void> =>
    atomically(deps.store, async (tx) => {
      // Before it is asked what is known: whoever comes to know of a ring meanwhile holds the same ends.
      await readEnds(
        tx,
        all.map(({ user_id }) => user_id),
      );
      const notificationOf = await sayingAll(all);
      const now = deps.clock.now();
      const told = all.map((data) => ({
        user: data.user_id,
        notification: notificationOf(data, now),
      }));
      await deps.outbox.add(tx, (await showUnseen(tx, told)).map(createdEvent));
    });
  return async (events: readonly Event<Data>[]): Promise<void> => {
    for (const part of inParts(events)) await showTogether(part.map(({ data }) => data));
  };
}

const createdEvent = ({ user, notification }: Addressed) =>
  eventOf(NotificationCreated, {
    userId: user,
    subject: notification.id,
    data: { user_id: user, notification },
  });

const A_FEW = 16;
const OF_ONE_TOGETHER = 50;

// A person's own stay in their order.
function inParts<Data extends Owned>(events: readonly Event<Data>[]): Event<Data>[][] {
  const ofPeople = [...Map.groupBy(events, ({ data }) => data.user_id).values()];
  const few = new Set(ofPeople.filter(({ length }) => length <= A_FEW).flat());
  const many = ofPeople.filter(({ length }) => length > A_FEW).flatMap(chunked);
  const together = events.filter((event) => few.has(event));
  return together.length > 0 ? [together, ...many] : many;
}

const chunked = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / OF_ONE_TOGETHER) }, (_, at) =>
    items.slice(at * OF_ONE_TOGETHER, (at + 1) * OF_ONE_TOGETHER),
  );
