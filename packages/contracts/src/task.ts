import { z } from "zod";
import { PageQuery, pageOf } from "./page.ts";
import { Repeat, RepeatInput } from "./repeat.ts";
import { TimeZone } from "./time.ts";
import { UserId } from "./user.ts";

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/** When a task is due. `local` in `timezone` is what the person meant; `at` is the instant derived from it. */
export const Due = z.object({
  local: z.string().regex(LOCAL, "a local date and time: 2026-12-03T08:00:00"),
  timezone: TimeZone,
  at: z.iso.datetime(),
});
export type Due = z.infer<typeof Due>;

/** How a request says when: an instant, or a wall-clock time with its zone (UTC if none is given). */
export const DueInput = z.union(
  [
    z.strictObject({ at: z.iso.datetime({ offset: true }), timezone: TimeZone.optional() }),
    z.strictObject({ local: Due.shape.local, timezone: TimeZone.optional() }),
  ],
  { error: "give {at: RFC 3339 instant} or {local: wall-clock time}, with an optional timezone" },
);
export type DueInput = z.infer<typeof DueInput>;

const Title = z.string().trim().min(1).max(200);
const Notes = z.string().max(4_000);

/** A task as everyone sees it. `version` starts at 1 and grows by one with each change. */
export const Task = z.object({
  id: z.uuid(),
  user_id: UserId,
  title: Title,
  notes: Notes.optional(),
  status: z.enum(["open", "done"]),
  due: Due.optional(),
  /** It comes again: `due` is then the occurrence that is to be done next. */
  repeat: Repeat.optional(),
  version: z.int().positive(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  completed_at: z.iso.datetime().optional(),
  /** Set while the task lies in the trash. */
  deleted_at: z.iso.datetime().optional(),
});
export type Task = z.infer<typeof Task>;

// A repeating task is due when its rule says.
const notBoth = ({ due, repeat }: { due?: unknown; repeat?: unknown }): boolean => !(due && repeat);
const NOT_BOTH = { path: ["due"], error: "follows from repeat: give one of the two" };

export const TaskDraft = z
  .strictObject({
    title: Title,
    notes: Notes.optional(),
    due: DueInput.optional(),
    repeat: RepeatInput.optional(),
  })
  .refine(notBoth, NOT_BOTH);
export type TaskDraft = z.infer<typeof TaskDraft>;

/**
 * What may be changed. `null` removes; at least one field must be named. With `repeat` taken away a task
 * stays due when it was; a `due` of its own moves this one date of a series and leaves the rule alone.
 */
export const TaskPatch = z
  .strictObject({
    title: Title.optional(),
    notes: Notes.nullable().optional(),
    due: DueInput.nullable().optional(),
    repeat: RepeatInput.nullable().optional(),
  })
  .refine(notBoth, NOT_BOTH)
  .refine((patch) => Object.keys(patch).length > 0, "name at least one field to change");
export type TaskPatch = z.infer<typeof TaskPatch>;

/**
 * Which tasks are wanted; everything named must hold: `due_after <= due < due_before`, and each word of
 * `query` begins a word of the title or the notes. What lies in the trash is never among them.
 */
export const TaskQuery = PageQuery.extend({
  status: Task.shape.status.optional(),
  due_before: z.iso.datetime({ offset: true }).optional(),
  due_after: z.iso.datetime({ offset: true }).optional(),
  query: z.string().trim().min(1).max(200).optional(),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

/** In the order the tasks were made; a task that stays in the list is on one page, whatever else changes. */
export const TaskPage = pageOf(Task);
export type TaskPage = z.infer<typeof TaskPage>;

/** Who changed a task, and in which turn of the chat. */
export const Change = z.object({
  id: z.uuid(),
  by: z.enum(["person", "assistant", "api", "system"]),
  turn_id: z.uuid().optional(),
});
export type Change = z.infer<typeof Change>;
