import { instantOf } from "@todo-mesh/recurrence";
import {
  type Ledger,
  type LiveLedger,
  type Nagging,
  noted,
  type Reminder,
  type TaskFacts,
} from "../ledger/ledger.ts";
import { nagIdOf } from "../ledger/reminder-ids.ts";
import { triggersOf } from "../triggers/triggers.ts";
import { isLate, reminderDueEvent } from "./reminder-due-event.ts";

/*
 * A task that nags has at most one chain of repetitions: of what it announced last. The chain begins with that
 * announcement and ends when it was repeated often enough, or when another announcement takes its place. It pauses
 * while the task does not want that ring: done, deleted, moved, acknowledged, snoozed, or without its nag. Taken back, the chain goes on at
 * the moments it would have had; what it left out meanwhile is not made up for. A mute has an end, so the chain is only
 * silent until then, and goes on by itself.
 */

const MINUTE_MS = 60_000;

/** The chain that begins when this reminder is announced. */
export function nagFrom(task: TaskFacts, rung: Reminder, now: Date): Nagging | undefined {
  if (!task.nag || isAcknowledged(task, rung)) return undefined;
  const { id, slot, due_at, date, timezone } = rung;
  const chain = { id, slot, due_at, ...(date && { date }), timezone, task_due: dueIn(task) };
  return { ...chain, since: countedFrom(due_at, now), times: 0 };
}

/** The next repetition, under the name of its timer. */
export function nextNag({ task_id, task, nagging }: Ledger) {
  if (!task?.nag || !nagging) return undefined;
  const every = task.nag.every_minutes * MINUTE_MS;
  const since = Date.parse(nagging.since);
  const silent = Math.ceil((Date.parse(task.muted?.until ?? nagging.since) - since) / every);
  return { name: nagIdOf(task_id), at: new Date(since + Math.max(1, silent) * every) };
}

/** The chain after news of the task: it goes on, or pauses. */
export function nagAfterNews(
  { task: before, nagging, paused }: Ledger,
  task: TaskFacts,
  now: Date,
): Pick<Ledger, "nagging" | "paused"> {
  const known = nagging ?? paused;
  if (!known) return {};
  const { task_due = dueIn(before) } = known;
  const chain = { ...known, task_due };
  if (task_due !== dueIn(task) || !goesOn(chain, task)) return { paused: chain };
  const wasSilent = !nagging || isUnmuted(before, task, now);
  return { nagging: wasSilent ? resumed(chain, task, now) : chain };
}

/** Whether a mute that was still on is taken back, or has another end. */
const isUnmuted = (before: TaskFacts | undefined, { muted }: TaskFacts, now: Date): boolean => {
  const until = before?.muted?.until;
  return until !== undefined && until !== muted?.until && Date.parse(until) > now.getTime();
};

function resumed(chain: Nagging, { nag }: TaskFacts, now: Date): Nagging {
  const every = (nag?.every_minutes ?? 1) * MINUTE_MS;
  const since = Date.parse(chain.since);
  const gone = Math.max(0, Math.ceil((now.getTime() - since) / every) - 1);
  return { ...chain, since: new Date(since + gone * every).toISOString() };
}

const goesOn = (chain: Nagging, task: TaskFacts): boolean =>
  isLeft(chain, task) && isStillWanted(chain, task);

const isLeft = ({ times }: Nagging, { nag }: TaskFacts): boolean => times < (nag?.times ?? 0);

// What rang is known: that ends its repetitions, and none begins.
const isAcknowledged = (
  { acknowledged_at }: TaskFacts,
  { due_at }: Pick<Reminder, "due_at">,
): boolean => acknowledged_at !== undefined && Date.parse(due_at) <= Date.parse(acknowledged_at);

function isStillWanted({ slot, due_at, ...ring }: Nagging, task: TaskFacts): boolean {
  const { muted: _, ...unmuted } = task;
  const rings = isAcknowledged(task, { due_at }) ? undefined : triggersOf(unmuted, slot);
  return rings?.same({ ...ring, at: new Date(due_at) }) !== undefined;
}

/** Says once more what was announced last. Repetitions that nobody was there for are not made up for. */
export function nagOnce(ledger: LiveLedger, now: Date) {
  const { nagging, ...rest } = ledger;
  const next = nextNag(ledger);
  if (!nagging || !next) return { ledger };
  const due_at = next.at.toISOString();
  const nag = nagging.times + 1;
  const most = ledger.task.nag?.times ?? 0;
  const cause = { code: "nag", facts: { time: nag, of: most } } as const;
  const reminders = ledger.reminders.map((reminder) =>
    reminder.id === nagging.id ? noted(reminder, "announced", { at: now, cause }) : reminder,
  );
  const chain = { ...nagging, since: countedFrom(due_at, now), times: nag };
  return {
    ledger: { ...rest, reminders, ...(nag < most && { nagging: chain }) },
    said: reminderDueEvent(ledger, { ...nagging, due_at, nag }, now),
  };
}

// After what was late the next one is counted from when it came, else it would follow on its heels.
const countedFrom = (dueAt: string, now: Date): string =>
  isLate(dueAt, now) ? now.toISOString() : dueAt;

const dueIn = (task: Pick<TaskFacts, "due"> | undefined): string | null =>
  task?.due ? instantOf(task.due).toISOString() : null;
