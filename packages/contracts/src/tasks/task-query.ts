import { z } from "zod";
import { PageQuery, pageOf } from "../envelope/page.ts";
import { Priority, Tag, Task } from "./task.ts";
import { said } from "../text/text.ts";

/** A parameter that may be given several times. */
const several = <Item extends z.ZodType>(item: Item, max: number) =>
  z
    .preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(item).min(1).max(max))
    .optional();

const instant = z.iso.datetime({ offset: true }).optional();

export const TaskSort = z.enum([
  "created",
  "-created",
  "updated",
  "-updated",
  "due",
  "-due",
  "priority",
  "-priority",
  "title",
  "-title",
  "completed",
  "-completed",
]);
export type TaskSort = z.infer<typeof TaskSort>;

/**
 * Which tasks are wanted, and in which order; everything named must hold. `due_after <= due < due_before`, where a
 * day counts as its first moment; any of the `priority`, all of the `tag`; each word of `query` begins a word of
 * the title, the notes or a tag. What comes again is among the done ones once a date of it was done, and was completed
 * when that was last. The trash is shown only to who asks for `status=trash`.
 * `-` before a sort turns it round; what has no due time, no priority or was never done comes last either way.
 */
export const TaskQuery = PageQuery.extend({
  status: z.enum(["open", "done", "trash"]).optional().meta({
    description:
      "Open and done, if left out; the trash only when asked for. `done` has as well what comes again, if a date of it was done: `occurrences` says which.",
  }),
  priority: several(Priority, 4).meta({ description: "Any of these." }),
  tag: several(Tag, 20).meta({ description: "All of these." }),
  due: z.enum(["none"]).optional().meta({ description: "`none`: without a due time." }),
  due_before: instant.meta({ description: "Due before this moment." }),
  due_after: instant.meta({ description: "Due at this moment or later." }),
  overdue: z.enum(["true", "false"]).optional().meta({
    description:
      "`true`: open, and its due time or all of its day is over; `false`: what is not that.",
  }),
  completed_before: instant.meta({
    description: "Done before this moment; what comes again was done when a date of it was last.",
  }),
  completed_after: instant.meta({ description: "Done at this moment or later." }),
  query: said(200)
    .optional()
    .meta({ description: "Each word begins a word of the title, the notes or a tag." }),
  sort: TaskSort.default("created").meta({
    description:
      "`-` turns it round; what has no due time, no priority or was never done comes last either way.",
  }),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

/** A task that is left alone is on exactly one page, whatever else changes between the pages. */
export const TaskPage = pageOf(Task).meta({
  id: "TaskPage",
  description: "No `next_cursor`: that was the last page.",
});
export type TaskPage = z.infer<typeof TaskPage>;
