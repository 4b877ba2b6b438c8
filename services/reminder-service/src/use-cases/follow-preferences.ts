import type { Event, PersonErased, PreferencesChanged } from "@todo-mesh/contracts/events";
import { createPace } from "@todo-mesh/kit";
import type { StateStore } from "@todo-mesh/ports";
import { atomically, type Transaction } from "@todo-mesh/state";
import type { OwnHours } from "../domain/planning/own-hours.ts";
import { planAtHours } from "../domain/planning/plan-reminders.ts";
import { readLedgers, type WriteDeps, writeLedgers } from "./ledgers.ts";
import { readHours, writeHours } from "./own-hours.ts";
import type { ReminderIndex } from "./reminder-index.ts";

const LEDGERS_AT_ONCE = 25;

interface FollowDeps extends WriteDeps {
  readonly store: StateStore;
  readonly index: Pick<ReminderIndex, "change" | "entriesOf">;
}

/**
 * Keeps the hours that a person has chosen for whole days, and moves the reminders there: some tasks at a time, each a
 * transaction of its own, so that nobody's bells wait. Safe to repeat, and to break off: it goes on with those that are
 * not at these hours yet. What is older than what is known changes nothing.
 */
export function followPreferences(deps: FollowDeps) {
  const { store, index } = deps;
  return async ({ data }: Event<PreferencesChanged>): Promise<void> => {
    const { user_id: user, preferences } = data;
    const { updated_at: at, day_reminder, evening_reminder } = preferences;
    const hours = { at, chosen: { day_reminder, evening_reminder } };
    if (!(await atomically(store, (tx) => keep(tx, user, hours)))) return;
    const ids = (await index.entriesOf(user)).map(({ task_id }) => task_id);
    const pace = createPace();
    for (let from = 0; from < ids.length; from += LEDGERS_AT_ONCE) {
      await planAnew(deps, user, ids.slice(from, from + LEDGERS_AT_ONCE));
      await pace();
    }
    await atomically(store, (tx) => finish(tx, user, at));
  };
}

/** Answers whether there is something to plan anew. */
async function keep(tx: Transaction, user: string, hours: OwnHours): Promise<boolean> {
  const known = await readHours(tx, user);
  if (Date.parse(known.at) > Date.parse(hours.at)) return false;
  if (isSame(known.chosen, hours.chosen)) return known.unfinished === true;
  writeHours(tx, user, { ...hours, unfinished: true });
  return true;
}

const isSame = (one: OwnHours["chosen"], other: OwnHours["chosen"]): boolean =>
  one !== undefined &&
  one.day_reminder === other?.day_reminder &&
  one.evening_reminder === other?.evening_reminder;

const planAnew = (deps: FollowDeps, user: string, ids: readonly string[]): Promise<void> =>
  atomically(deps.store, async (tx) => {
    const [hours, before] = await Promise.all([readHours(tx, user), readLedgers(tx, ids)]);
    const now = deps.clock.now();
    const planned = [...before.values()].map((ledger) => planAtHours(ledger, hours, now));
    const after = new Map(planned.map((ledger) => [ledger.task_id, ledger]));
    await writeLedgers(tx, deps, { before, after });
  });

async function finish(tx: Transaction, user: string, at: string): Promise<void> {
  const { unfinished: _, ...hours } = await readHours(tx, user);
  if (hours.at === at) writeHours(tx, user, hours);
}

/** Lets go of the hours of a person who is forgotten. Safe to repeat: what they chose since stays. */
export function forgetHours({ store }: { readonly store: StateStore }) {
  return ({ data: { user_id, erased_at: at } }: Event<PersonErased>): Promise<void> =>
    atomically(store, async (tx) => {
      const known = await readHours(tx, user_id);
      if (Date.parse(known.at) <= Date.parse(at)) writeHours(tx, user_id, { at });
    });
}
