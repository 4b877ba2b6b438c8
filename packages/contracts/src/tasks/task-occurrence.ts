import { z } from "zod";
import { Due } from "../time/due.ts";
import { oneOfToday } from "../envelope/one-of-today.ts";
import { pageOf } from "../envelope/page.ts";
import { Occurrence } from "../time/time.ts";

const MOST_RECENT = 5;

/**
 * What became of one date of a series: `occurrence` says which, as the rule has it; `due` where it was moved to, if
 * it was moved by hand. `at`: when this was said; the change of that id is in the journal.
 */
export const TaskOccurrence = z
  .object({
    occurrence: Occurrence,
    state: oneOfToday(["done", "skipped", "moved"]),
    at: z.iso.datetime(),
    change_id: z.uuid(),
    due: Due.optional(),
  })
  .meta({
    id: "TaskOccurrence",
    description:
      "What became of one date of a series: `occurrence` is the date as the rule has it, `due` where it was moved to by hand.",
  });
export type TaskOccurrence = z.infer<typeof TaskOccurrence>;

export const TaskOccurrences = z
  .object({
    done: z.int().nonnegative(),
    skipped: z.int().nonnegative(),
    moved: z.int().nonnegative(),
    /** When a date was done last. */
    done_at: z.iso.datetime().optional(),
    recent: z.array(TaskOccurrence).max(MOST_RECENT),
  })
  .meta({
    id: "TaskOccurrences",
    description:
      "How many dates of a series were done, skipped and moved, and the last five of these. `GET /tasks/{id}/occurrences` has all.",
  });
export type TaskOccurrences = z.infer<typeof TaskOccurrences>;

/** The newest first. */
export const TaskOccurrencePage = pageOf(TaskOccurrence).meta({
  id: "TaskOccurrencePage",
});
export type TaskOccurrencePage = z.infer<typeof TaskOccurrencePage>;
