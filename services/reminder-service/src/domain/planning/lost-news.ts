import { UserId } from "@todo-mesh/contracts";
import { type ReminderUnplanned, TASK_EVENTS } from "@todo-mesh/contracts/events";
import { z } from "zod";
import { unplannedIdOf } from "../ledger/reminder-ids.ts";

/** News of a task that could not be taken in, and by what kind of error. */
export interface LostNews {
  readonly value: unknown;
  readonly kind: string;
  readonly reason: string;
}

const TYPES: ReadonlySet<string> = new Set(TASK_EVENTS.map(({ type }) => type));

// As much of it as it takes to tell somebody; the rest is what may be broken.
const Readable = z.object({
  id: z.string(),
  type: z.string().refine((type) => TYPES.has(type)),
  data: z.object({
    user_id: UserId,
    task: z.object({ id: z.uuid(), title: z.unknown().optional() }),
  }),
});
const MOST_OF_A_TITLE = 200;

/** What the owner of such a task is told; undefined: nobody can make out whose it is. */
export function sayLost(
  { value, kind, reason }: LostNews,
  now: Date,
): ReminderUnplanned | undefined {
  const read = Readable.safeParse(value).data;
  if (!read) return undefined;
  const { user_id, task } = read.data;
  const title = typeof task.title === "string" ? task.title.slice(0, MOST_OF_A_TITLE).trim() : "";
  return {
    user_id,
    unplanned_id: unplannedIdOf({ event_id: read.id }),
    task_id: task.id,
    title: (title.isWellFormed() && title) || "a task",
    reason: wordsFor(kind, reason),
    at: now.toISOString(),
  };
}

function wordsFor(kind: string, reason: string): string {
  if (kind === "too-large") return "It is too large.";
  if (kind !== "invalid") return "Something went wrong on our side.";
  return /time zone/.test(reason)
    ? "Its time zone is not known here."
    : "Something in it could not be understood.";
}
