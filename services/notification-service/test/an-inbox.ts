import type { Event, ReminderDue } from "@todo-mesh/contracts/events";
import type { StateStore } from "@todo-mesh/ports";
import { briefly } from "@todo-mesh/ports/testing";
import { createOutbox } from "@todo-mesh/state";
import { eraseInbox } from "../src/use-cases/erase-inbox.ts";
import { findNotifications } from "../src/use-cases/find-notifications.ts";
import { markKnown, markRead, markSeveralRead } from "../src/use-cases/mark-read.ts";
import { readInbox } from "../src/use-cases/read-inbox.ts";
import { showReminders, showUnplanned } from "../src/use-cases/show-reminders.ts";
import { aWorld, type Reach } from "./a-world.ts";

/** One life of notification-service without its doors. */
export function aLife(reach: Reach) {
  const outbox = createOutbox({ ...reach, service: "notification-service", wait: briefly });
  const deps = { ...reach, outbox };
  const [erase, known] = [eraseInbox(deps), markKnown(deps)];
  return {
    outbox,
    show: showReminders(deps),
    showUnplanned: showUnplanned(deps),
    read: readInbox(deps),
    markRead: markRead(deps),
    markSeveralRead: markSeveralRead(deps),
    /** News arrives that Ada dismissed, or snoozed, what rang of this task until then. */
    dismiss: (task_id: string, at: Date) =>
      known({
        id: "an event",
        data: { user_id: "ada", task_id, task_version: 2, at: at.toISOString() },
      }),
    find: findNotifications(deps),
    /** News arrives that this person wants to be forgotten. */
    erase: (user_id: string, erasedAt: Date) =>
      erase({ id: "an event", data: { user_id, erased_at: erasedAt.toISOString() } }),
  };
}

/** The inboxes of everyone, on parts in memory. */
export function anInbox() {
  const world = aWorld();
  const life = aLife(world);
  return {
    ...world,
    ...life,
    titles: async (user = "ada"): Promise<string[]> =>
      (await life.read(user, { limit: 200 })).items.map(({ title }) => title),
    /** What was published, once nothing is left to publish. */
    told: async () => {
      await life.outbox.idle();
      return world.publisher.published.map(({ event: { type, subject } }) => ({ type, subject }));
    },
  };
}

export const eventOf = (data: ReminderDue): Event<ReminderDue> => ({
  id: data.occurrence_id,
  data,
});

/** Lets something happen between what the next transaction reads and its commit. */
export function beforeNextCommit(store: StateStore, happen: () => Promise<unknown>): void {
  const transact = store.transact.bind(store);
  const once: StateStore["transact"] = async (writes) => {
    Object.assign(store, { transact });
    await happen();
    return transact(writes);
  };
  Object.assign(store, { transact: once });
}
