import { Repeat, UserId } from "@todo-mesh/contracts";
import { z } from "zod";

/**
 * A reminder's life: `planned` (a timer is set), `due` (its time came), `announced` (said to the mesh),
 * `acknowledged` by the person. It leaves that path as `cancelled` (the task no longer wants it),
 * `superseded` (chat-api knows better than the ledger), `missed` (its time had passed before it was set)
 * or `snoozed`.
 */
const ReminderState = z.enum([
  "planned",
  "due",
  "announced",
  "acknowledged",
  "cancelled",
  "superseded",
  "missed",
  "snoozed",
]);
type ReminderState = z.infer<typeof ReminderState>;

const Step = z.object({ state: ReminderState, at: z.iso.datetime(), cause: z.string() });

/** One reminder of a task. `slot` says which: `due` is the one at the due time itself. */
export const Reminder = z.object({
  id: z.uuid(),
  slot: z.enum(["due"]),
  due_at: z.iso.datetime(),
  timezone: z.string(),
  state: ReminderState,
  /** The date of a series that rang last. */
  rang: z.iso.datetime().optional(),
  /** A due time that had passed when a change was heard of that did not set it: older news may show that it was set in time. */
  passed: z.iso.datetime().optional(),
  /** What became of it and why, the oldest first; the last 20 steps. */
  history: z.array(Step),
});
export type Reminder = z.infer<typeof Reminder>;

/** All that is known of one task's reminders, as of `task_version`; a task that is gone leaves it as a tombstone. */
export const Ledger = z.object({
  user_id: UserId,
  task_id: z.uuid(),
  task_version: z.int().positive(),
  title: z.string(),
  repeat: Repeat.optional(),
  reminders: z.array(Reminder),
});
export type Ledger = z.infer<typeof Ledger>;

const STEPS_KEPT = 20;

/** The reminder one step on. */
export function step(
  reminder: Reminder,
  state: ReminderState,
  { at, cause }: { at: Date; cause: string },
): Reminder {
  const history = [...reminder.history, { state, at: at.toISOString(), cause }];
  return { ...reminder, state, history: history.slice(-STEPS_KEPT) };
}

/** Whether a timer is set for it. */
export const isWaiting = ({ state }: Reminder): boolean => state === "planned";

/** Whether two ways of writing an instant mean the same one. */
export const sameInstant = (one: string, other: string): boolean =>
  Date.parse(one) === Date.parse(other);

/** The ledger with this reminder in the place of the one before it. */
export function withReminder(ledger: Ledger, reminder: Reminder): Ledger {
  const others = ledger.reminders.filter(({ id }) => id !== reminder.id);
  return { ...ledger, reminders: [...others, reminder] };
}
