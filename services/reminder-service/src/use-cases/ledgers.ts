import { hashOf, keyOf, readerOf, type Transaction } from "@todo-mesh/state";
import type { Timers } from "@todo-mesh/timers";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { Ledger, type LiveLedger, Span } from "../domain/ledger/ledger.ts";
import { entryOf, isStillRight } from "../domain/listing/index-entry.ts";
import type { IndexStep, ReminderIndex } from "./reminder-index.ts";
import { type TimerData, timersBetween, timersWanted } from "../domain/planning/timers-between.ts";

// What waits is kept for as long as it waits. The rest is kept for the sake of news that comes late,
// and of the person who asks what became of a reminder.
const KEPT_SECONDS = 90 * 24 * 60 * 60;

type Ledgers = ReadonlyMap<string, Ledger>;
type SetTimers = Pick<Timers<TimerData>, "set" | "cancel">;

const ledgerKey = (taskId: string): string => keyOf("ledger", taskId);

/** The ledgers of these tasks in one round trip; those never heard of are not in the answer. */
export async function readLedgers(
  tx: Transaction,
  taskIds: readonly string[],
): Promise<Map<string, Ledger>> {
  const found = await tx.getMany([...new Set(taskIds)].map(ledgerKey), Ledger);
  return new Map(found.flatMap((ledger) => (ledger ? [[ledger.task_id, ledger]] : [])));
}

/** Those of these ledgers that are this person's, as they are stored now. */
export async function ledgersOf(
  store: StateStore,
  user: string,
  taskIds: readonly string[],
): Promise<LiveLedger[]> {
  const found = await readerOf(store).getMany(taskIds.map(ledgerKey), Ledger);
  return found.flatMap((ledger) => (ledger && isOf(ledger, user) ? [ledger] : []));
}

const isOf = (ledger: Ledger, user: string): ledger is LiveLedger => ledger.task?.user_id === user;

/** What a transaction made of ledgers. */
export interface Changed {
  readonly before: Ledgers;
  readonly after: Ledgers;
}

export interface WriteDeps {
  readonly timers: SetTimers;
  readonly index: Pick<ReminderIndex, "change">;
  readonly clock: Clock;
}

/**
 * Writes the ledgers that changed, sets and cancels timers to what they want now, and keeps the index of their people.
 * What was written before there was an index is entered as it is written next.
 */
export async function writeLedgers(
  tx: Transaction,
  { timers, index, clock }: WriteDeps,
  { before, after }: Changed,
): Promise<void> {
  const changed = [...after.values()].filter((ledger) => ledger !== before.get(ledger.task_id));
  const entered = changed.map((ledger) => enter(before.get(ledger.task_id), ledger));
  for (const { ledger } of entered) writeLedger(tx, ledger);
  await index.change(
    tx,
    entered.flatMap(({ step }) => step ?? []),
    clock.now(),
  );
  const steps = changed.map((ledger) => ({
    ...timersBetween(before.get(ledger.task_id), ledger),
    group: ledger.task && groupOf(ledger.task.user_id),
  }));
  timers.cancel(
    tx,
    steps.flatMap(({ cancel }) => cancel),
  );
  await timers.set(
    tx,
    steps.flatMap(({ set, group }) => set.map((timer) => ({ ...timer, group }))),
  );
}

/** A ledger with what the index has of it, and what is to be changed there. */
function enter(before: Ledger | undefined, after: Ledger): Entered {
  const known = before?.listed;
  if (isStillRight(known, { before, after })) return { ledger: withSpan(after, known) };
  const entry = entryOf(after);
  const owner = after.task ?? before?.task;
  const step = owner && { user: owner.user_id, task_id: after.task_id, entry };
  return { ledger: withSpan(after, entry), step };
}

interface Entered {
  readonly ledger: Ledger;
  readonly step?: IndexStep | undefined;
}

function withSpan(ledger: Ledger, span: Span | undefined): Ledger {
  const { listed: _, ...rest } = ledger;
  return span ? { ...rest, listed: Span.parse(span) } : rest;
}

// A hint of a timer stays until its time comes, also when the person is forgotten: it does not say who it was.
const groupOf = (userId: string): string => hashOf(userId).slice(0, 22);

// Without anything that waits it goes after 90 days.
function writeLedger(tx: Transaction, ledger: Ledger): void {
  const waits = timersWanted(ledger).length > 0;
  tx.put(ledgerKey(ledger.task_id), ledger, waits ? {} : { ttlSeconds: KEPT_SECONDS });
}
