import type { TaskCheck } from "@todo-mesh/contracts";
import { ReminderDue } from "@todo-mesh/contracts/events";
import { eventOf, type Outbox, type Transaction } from "@todo-mesh/state";
import type { DueTimer } from "@todo-mesh/timers";
import { announceDue, isWanted } from "../domain/announcing/announce.ts";
import { causeIn, applyTaskCheck } from "../domain/planning/news.ts";
import type { Ledger, LiveLedger } from "../domain/ledger/ledger.ts";
import type { TimerData } from "../domain/planning/timers-between.ts";
import { type AskDeps, askChatApi } from "./ask-chat-api.ts";
import { atTheirHours } from "./own-hours.ts";
import { readLedgers, type WriteDeps, writeLedgers } from "./ledgers.ts";
import { emitLearnt } from "./emit-learnt.ts";

export interface FireDeps extends AskDeps, WriteDeps {
  readonly outbox: Pick<Outbox, "add">;
}

/**
 * Announces what has come due, in the transaction that removes its timers and sets those for the next date of
 * each series and for each repetition. Safe to repeat: what its ledger no longer wants at that instant is passed
 * over.
 */
export function fireReminders(deps: FireDeps) {
  return async (tx: Transaction, timers: readonly DueTimer<TimerData>[]): Promise<void> => {
    const ofTask = Map.groupBy(timers, ({ data }) => data.task_id);
    const before = await readLedgers(tx, [...ofTask.keys()]);
    const ringing = [...before.values()].flatMap((ledger) => wantedOnes(ledger, ofTask));
    const standings = await atHours(
      tx,
      await askChatApi(
        deps,
        ringing.map(({ ledger }) => ledger),
      ),
    );
    const now = deps.clock.now();
    const told = ringing.map(({ ledger: known, due }, at) => {
      const cause = causeIn(standings[at]);
      const ledger = applyTaskCheck(known, standings[at], now);
      return isLive(ledger) ? announceDue(ledger, due, { now, cause }) : { ledger, said: [] };
    });
    const after = new Map(told.map(({ ledger }) => [ledger.task_id, ledger]));
    await writeLedgers(tx, deps, { before, after });
    await emitLearnt(tx, deps.outbox, { before, after });
    await deps.outbox.add(tx, told.flatMap(({ said }) => said).map(dueEvent));
  };
}

async function atHours(
  tx: Transaction,
  standings: readonly (TaskCheck | undefined)[],
): Promise<(TaskCheck | undefined)[]> {
  const changed = standings.flatMap((each) => (each?.standing === "changed" ? [each.task] : []));
  const tasks = new Map((await atTheirHours(tx, changed)).map((task) => [task.id, task]));
  return standings.map((each) =>
    each?.standing === "changed" ? { ...each, task: tasks.get(each.task.id) ?? each.task } : each,
  );
}

type OfTask = ReadonlyMap<string, readonly DueTimer<TimerData>[]>;

function wantedOnes(ledger: Ledger, ofTask: OfTask) {
  const due = (ofTask.get(ledger.task_id) ?? []).filter((timer) => isWanted(ledger, timer));
  return isLive(ledger) && due.length > 0 ? [{ ledger, due }] : [];
}

const isLive = (ledger: Ledger): ledger is LiveLedger => ledger.task !== undefined;

// The occurrence is the event's id, so that everyone downstream knows a repetition.
const dueEvent = (said: ReminderDue) =>
  eventOf(ReminderDue, {
    id: said.occurrence_id,
    userId: said.user_id,
    subject: said.reminder_id,
    data: said,
  });
