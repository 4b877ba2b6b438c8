import { Due, KeptZone, oneOfToday, Task } from "@todo-mesh/contracts";
import { type TaskErased } from "@todo-mesh/contracts/events";
import { z } from "zod";
import type { Cause } from "./cause.ts";

const STATES = ["planned", "due", "announced", "cancelled", "missed"] as const;
/**
 * A reminder's life: `planned` (a timer is set), `due` (its time came), `announced` (said to the mesh). It leaves that
 * path as `cancelled` (the task no longer wants it) or `missed` (its time had passed before it was set).
 */
type ReminderState = (typeof STATES)[number];
const KeptState = oneOfToday(STATES);

const Fact = z.union([z.string(), z.number()]);
/**
 * `cause` is a code of `cause.ts` with its facts; `to` is the moment for which it is set then, or which had passed, and
 * `by` says who changed the task, where news of that led to this step. In what was written before there were codes the cause is a sentence.
 */
const Step = z.object({
  state: KeptState,
  at: z.iso.datetime(),
  cause: z.string(),
  facts: z.record(z.string(), Fact).optional(),
});

/** One reminder of a task, at the moment for which it is set now. `slot` says which of them it is. */
export const Reminder = z.object({
  id: z.uuid(),
  slot: z.string(),
  due_at: z.iso.datetime(),
  /** The date of the task that it speaks of; one at a moment of its own speaks of none. */
  date: Due.optional(),
  timezone: KeptZone,
  state: KeptState,
  /** The moments for which it rang, the last of them at the end; the last 10. */
  rang: z.array(z.iso.datetime()).optional(),
  /** What became of it and why, the oldest first; the last 20 steps. */
  history: z.array(Step),
});
export type Reminder = z.infer<typeof Reminder>;

/** As much of a task as decides when it rings, and what is said then. */
export const TaskFacts = Task.pick({
  user_id: true,
  title: true,
  status: true,
  priority: true,
  due: true,
  repeat: true,
  reminders: true,
  nag: true,
  snoozed: true,
  muted: true,
  acknowledged_at: true,
  updated_at: true,
  deleted_at: true,
});
export type TaskFacts = z.infer<typeof TaskFacts>;

/** The announcement that is repeated until the task is done: which, since when, and how often it was. */
export const Nagging = Reminder.pick({ id: true, slot: true, due_at: true, date: true }).extend({
  timezone: KeptZone,
  /** From here on the next repetition is counted. */
  since: z.iso.datetime(),
  times: z.int().nonnegative(),
  /** When the task was due as it rang; null: it was not. Left out: it was written before this was kept. */
  task_due: z.iso.datetime().nullable().optional(),
});
export type Nagging = z.infer<typeof Nagging>;

/** Which reminder of a task rang, when, and of which date of the task it spoke, if of one. */
const Announced = z.object({
  slot: z.string(),
  at: z.iso.datetime(),
  date: z.iso.datetime().optional(),
  /** When that date was due. Left out also where it was written before this was kept. */
  due: z.iso.datetime().optional(),
});
export type Announced = z.infer<typeof Announced>;

/** From which moment to which the rings of a ledger lie, in milliseconds; `until` left out: without end. */
export const Span = z.object({ from: z.int(), until: z.int().optional() });
export type Span = z.infer<typeof Span>;

/** All that is known of one task's reminders, as of `task_version`. A task that was erased leaves nothing but its version. */
export const Ledger = z.object({
  task_id: z.uuid(),
  task_version: z.int().positive(),
  /** Older versions of which no news has come yet. */
  unheard: z.array(z.int().positive()).optional(),
  /** Left out: the task was erased. */
  task: TaskFacts.optional(),
  reminders: z.array(Reminder),
  nagging: Nagging.optional(),
  /** The repetitions that the task does not want as it is now, and wants again if that is taken back. */
  paused: Nagging.optional(),
  /** What rang; the last 40. */
  announced: z.array(Announced).optional(),
  /** Why reminders could not be planned as the task wants them, and when that was found. */
  unplanned: z
    .object({
      reason: z.string(),
      at: z.iso.datetime(),
      /** By which its owner was told; left out: it follows from the other. */
      id: z.uuid().optional(),
    })
    .optional(),
  /** What the index of its person has of it. Left out: nothing, or it was written before there was an index. */
  listed: Span.optional(),
});
export type Ledger = z.infer<typeof Ledger>;

/** The ledger of a task that was not erased. */
export type LiveLedger = Ledger & { readonly task: TaskFacts };

const STEPS_KEPT = 20;

/** The reminder one step on. */
export function step(
  reminder: Reminder,
  state: ReminderState,
  why: { at: Date; cause: Cause },
): Reminder {
  return { ...noted(reminder, state, why), state };
}

/** The same reminder, with one more thing to tell of it. */
export function noted(
  reminder: Reminder,
  state: ReminderState,
  { at, cause }: { at: Date; cause: Cause },
): Reminder {
  const isSet = state === "planned" || state === "missed";
  const facts = { ...("facts" in cause && cause.facts), ...(isSet && { to: reminder.due_at }) };
  const more = Object.keys(facts).length > 0 ? { facts } : {};
  const next = { state, at: at.toISOString(), cause: cause.code, ...more };
  return { ...reminder, history: [...reminder.history, next].slice(-STEPS_KEPT) };
}

/** Whether a timer is set for it. */
export const isWaiting = ({ state }: Reminder): boolean => state === "planned";

/** The ledger with this reminder in the place of the one before it. */
export function withReminder<Kind extends Ledger>(ledger: Kind, reminder: Reminder): Kind {
  const others = ledger.reminders.filter(({ id }) => id !== reminder.id);
  return { ...ledger, reminders: [...others, reminder] };
}

/** What is left of a task that was erased: its version, so that events which come late do not bring it back. */
export const eraseLedger = (
  ledger: Ledger | undefined,
  { task_id, task_version }: TaskErased,
): Ledger => ({
  task_id,
  task_version: Math.max(task_version, ledger?.task_version ?? 0),
  reminders: [],
});
