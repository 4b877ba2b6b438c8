import { v5 } from "uuid";
import type { Reminder } from "./ledger.ts";

const REMINDERS = "822d99f0-5e0c-44e2-a702-cce3f31dd7c4";
const UNPLANNED = "9c1f6b0e-3f6e-4d57-9f0a-5a0d7f3c2b71";
const OCCURRENCES = "217e021b-abb5-4b0c-b506-ef2ba5dbedd3";

/** The id of a task's reminder, the same wherever and whenever it is worked out; its timer has it as its name. */
export const reminderIdOf = (taskId: string, slot: Reminder["slot"]): string =>
  v5(`${taskId}/${slot}`, REMINDERS);

/** The id of the word that a task's reminders could not be planned, the same however often it is said. */
export const unplannedIdOf = (
  what: { task_id: string; at: string } | { event_id: string },
): string => v5("event_id" in what ? what.event_id : `${what.task_id}/${what.at}`, UNPLANNED);

/** The name of the timer that repeats what a task announced last. No slot is called so. */
export const nagIdOf = (taskId: string): string => reminderIdOf(taskId, "nag");

/** The id of one ringing: the same reminder due at the same instant is the same occurrence, however often it is announced. */
export const occurrenceIdOf = ({ id, due_at }: Pick<Reminder, "id" | "due_at">): string =>
  v5(`${id}/${new Date(due_at).toISOString()}`, OCCURRENCES);
