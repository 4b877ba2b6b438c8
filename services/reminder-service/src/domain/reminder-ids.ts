import { v5 } from "uuid";
import type { Reminder } from "./ledger.ts";

const REMINDERS = "822d99f0-5e0c-44e2-a702-cce3f31dd7c4";
const OCCURRENCES = "217e021b-abb5-4b0c-b506-ef2ba5dbedd3";

/** The id of a task's reminder, the same wherever and whenever it is worked out; its timer has it as its name. */
export const reminderIdOf = (taskId: string, slot: Reminder["slot"]): string =>
  v5(`${taskId}/${slot}`, REMINDERS);

/** The name of the timer that repeats what a task announced last. No slot is called so. */
export const nagIdOf = (taskId: string): string => reminderIdOf(taskId, "nag");

/** The id of one ringing: the same reminder due at the same instant is the same occurrence, however often it is announced. */
export const occurrenceIdOf = ({ id, due_at }: Pick<Reminder, "id" | "due_at">): string =>
  v5(`${id}/${new Date(due_at).toISOString()}`, OCCURRENCES);
