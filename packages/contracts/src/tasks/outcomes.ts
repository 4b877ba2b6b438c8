import { z } from "zod";
import { Which } from "./actions.ts";
import { KeptVerb } from "./change.ts";
import { Due, DueTime } from "../time/due.ts";
import { Occurrence } from "../time/time.ts";
import { TaskOccurrences } from "./task-occurrence.ts";

/*
 * What calls of actions come to. Answers are composed of these and of nothing else, and they are kept with their
 * conversation: a field is added, and never changed.
 */

/** A task as an answer of the assistant shows it. */
export const TaskLine = z.object({
  id: z.uuid(),
  title: z.string(),
  status: z.enum(["open", "done"]),
  due: Due.optional(),
  /** Until when it is silent, where that was said just now. */
  silent_until: DueTime.optional(),
  /** Of a series in a list of what is done: how often a date of it was, and which one last. */
  done: z.object({ times: z.int(), last: Occurrence.optional() }).optional(),
});
export type TaskLine = z.infer<typeof TaskLine>;

/** A task's series in words, and its next dates in its zone. */
const Series = z.object({ words: z.string(), timezone: z.string(), next: z.array(Occurrence) });
export type Series = z.infer<typeof Series>;

const Added = z.object({
  outcome: z.literal("added"),
  task: TaskLine,
  series: Series.optional(),
  /** When it is over that day, as it was said: tasks do not keep it. */
  ends: z.string().optional(),
  /** When it rings, if not at its due time. */
  rings: Occurrence.optional(),
  /** A reminder was asked for; and whether to do it, or about it. */
  remind: z.boolean().optional(),
  link: z.enum(["to", "about"]).optional(),
});
/** Nothing was added: the time has several meanings, each told in words that have one only. */
export const WhichTime = z.object({
  outcome: z.literal("which-time"),
  title: z.string(),
  when: z.string(),
  remind: z.boolean().optional(),
  choices: z.array(z.string()),
});
export type WhichTime = z.infer<typeof WhichTime>;
/** Nothing was added: what is said of the time is not enough, or too much. */
const NoTime = z.object({
  outcome: z.literal("no-time"),
  title: z.string(),
  why: z.enum(["no-clock", "past", "impossible", "relative"]),
  day: z.string().optional(),
});
export const AddOutcome = z.discriminatedUnion("outcome", [Added, WhichTime, NoTime]);
export type AddOutcome = z.infer<typeof AddOutcome>;

/** One task was changed, and is so now. A repeating one that was completed is open again, due at its next date. */
export const changedTask = <Word extends string>(word: Word) =>
  z.object({ outcome: z.literal(word), task: TaskLine });

export const Listed = z.object({
  outcome: z.literal("listed"),
  which: Which,
  /** All there are; `tasks` has the first of them. */
  total: z.int(),
  tasks: z.array(TaskLine),
});
export type Listed = z.infer<typeof Listed>;

/** What became of the dates of a series, the last of them one by one; of a task that comes once, when it was done. */
export const DatesTold = z.object({
  outcome: z.literal("dates-told"),
  task: TaskLine,
  /** By its clock moments are told. */
  timezone: z.string(),
  /** Left out: it comes once. */
  dates: TaskOccurrences.optional(),
  done_at: z.iso.datetime().optional(),
});
export type DatesTold = z.infer<typeof DatesTold>;

/** What was done before is taken back: each task, and what that did to it. */
export const Undone = z.object({
  outcome: z.literal("undone"),
  changes: z.array(
    z.object({
      title: z.string(),
      verb: KeptVerb,
      /** The verb of what was taken back. */
      undid: KeptVerb.optional(),
      /** When it is due again, if that was changed. */
      due: Due.optional(),
    }),
  ),
});
export type Undone = z.infer<typeof Undone>;

/** Nothing was done: it waits for the yes of its person. */
export const ApprovalNeeded = z.object({
  outcome: z.literal("approval-needed"),
  approval_id: z.uuid(),
  /** Exactly what it would do, in words. */
  effect: z.string(),
  expires_at: z.iso.datetime(),
});
export type ApprovalNeeded = z.infer<typeof ApprovalNeeded>;

/** What any call may come to instead: nothing was changed, or nobody knows. */
export const NotDone = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("already"), task: TaskLine }),
  z.object({
    outcome: z.literal("several"),
    total: z.int(),
    tasks: z.array(TaskLine),
    /** The words that fit them all. */
    said: z.string().optional(),
  }),
  z.object({ outcome: z.literal("none"), near: z.array(TaskLine), said: z.string().optional() }),
  z.object({ outcome: z.literal("refused"), detail: z.string() }),
  /** Something went away in the middle: it may or may not have been done. */
  z.object({ outcome: z.literal("unknown") }),
]);
export type NotDone = z.infer<typeof NotDone>;
