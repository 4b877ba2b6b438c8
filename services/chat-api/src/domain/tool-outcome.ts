import { Due, KeptVerb, Occurrence, type Task } from "@todo-mesh/contracts";
import { z } from "zod";

/** A task as an answer of the assistant shows it. */
const TaskLine = z.object({
  id: z.uuid(),
  title: z.string(),
  status: z.enum(["open", "done"]),
  due: Due.optional(),
  /** Of a series in a list of what is done: how often a date of it was, and which one last. */
  done: z.object({ times: z.int(), last: Occurrence.optional() }).optional(),
});
export type TaskLine = z.infer<typeof TaskLine>;

/** A task's series in words, and its next dates in its zone. */
const Series = z.object({
  words: z.string(),
  timezone: z.string(),
  next: z.array(Occurrence),
});
export type Series = z.infer<typeof Series>;

const Which = z.enum(["open", "done", "overdue", "today", "tomorrow"]);

/** What a tool really did: the answer is composed from this and nothing else. `total` counts all, `tasks` shows the first. */
export const ToolOutcome = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("added"),
    task: TaskLine,
    series: Series.optional(),
    /** When it rings, if not at its due time. */
    rings: Occurrence.optional(),
  }),
  /** Nothing was added: the time has several meanings, each told in words that have one only. */
  z.object({
    outcome: z.literal("which-time"),
    title: z.string(),
    when: z.string(),
    remind: z.boolean().optional(),
    choices: z.array(z.string()),
  }),
  /** Nothing was added: what is said of the time is not enough, or too much. */
  z.object({
    outcome: z.literal("no-time"),
    title: z.string(),
    why: z.enum(["no-clock", "past", "impossible", "relative"]),
    day: z.string().optional(),
  }),
  /** A repeating task that was completed is open again, and due at its next date. */
  z.object({
    outcome: z.enum(["completed", "deleted", "reopened", "restored", "skipped", "ended"]),
    task: TaskLine,
  }),
  /** What was done before is taken back: each task, and what that did to it. */
  z.object({
    outcome: z.literal("undone"),
    /** `due`: when it is due again, if that was changed. */
    changes: z.array(z.object({ title: z.string(), verb: KeptVerb, due: Due.optional() })),
  }),
  /** Nothing had to change. */
  z.object({ outcome: z.literal("already"), task: TaskLine }),
  z.object({
    outcome: z.literal("listed"),
    which: Which,
    total: z.int(),
    tasks: z.array(TaskLine),
  }),
  z.object({ outcome: z.literal("several"), total: z.int(), tasks: z.array(TaskLine) }),
  z.object({ outcome: z.literal("none"), near: z.array(TaskLine) }),
  z.object({ outcome: z.literal("refused"), detail: z.string() }),
  /** The store went away in the middle: it may or may not have been done. */
  z.object({ outcome: z.literal("unknown") }),
]);
export type ToolOutcome = z.infer<typeof ToolOutcome>;

// Enough to choose from, and small enough to keep in every conversation.
export const SHOWN = 20;

export const lineOf = ({ id, title, status, due }: Task): TaskLine => ({
  id,
  title,
  status,
  ...(due && { due }),
});

/** The same in a list of what is done: a series says which of its dates were. */
export function doneLineOf(task: Task): TaskLine {
  const { status, occurrences } = task;
  if (status === "done" || !occurrences) return lineOf(task);
  const last = occurrences.recent.findLast(({ state }) => state === "done")?.occurrence;
  return { ...lineOf(task), done: { times: occurrences.done, ...(last && { last }) } };
}

/** The first twenty, and how many there are. */
export const shownOf = (tasks: readonly Task[]) => ({
  total: tasks.length,
  tasks: tasks.slice(0, SHOWN).map(lineOf),
});
