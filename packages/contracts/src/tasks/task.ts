import { z } from "zod";
import { Due, DueInput } from "../time/due.ts";
import { fold } from "../text/fold.ts";
import { oneOfToday } from "../envelope/one-of-today.ts";
import { Repeat, RepeatInput } from "../time/repeat.ts";
import { Nag, NagInput, TaskReminder, TaskReminderInput } from "./task-reminder.ts";
import { Muted, Snoozed } from "./silence.ts";
import { TaskOccurrences } from "./task-occurrence.ts";
import { keptLine, line, text, UNSEEN } from "../text/text.ts";
import { UserId } from "../people/user.ts";

const MOST_REMINDERS = 20;

/** How much a task may hold: characters (code points) of its title, its notes and a tag, and how many tags. */
export const TASK_LIMITS = { title: 200, notes: 4_000, tag: 40, tags: 20 } as const;

export const Title = line(TASK_LIMITS.title);
/** Markdown, kept and given back as the text it is. */
const Notes = text(TASK_LIMITS.notes);
const PRIORITIES = ["low", "medium", "high", "urgent"] as const;
export const Priority = z.enum(PRIORITIES).meta({ id: "Priority" });
export const KeptPriority = oneOfToday(PRIORITIES);
const NO_COMMA = "must not have a comma";
const hasNoComma = (tag: string): boolean => !tag.includes(",");
export const Tag = line(TASK_LIMITS.tag)
  .refine(hasNoComma, NO_COMMA)
  .meta({ pattern: `^[^,]*[^,${UNSEEN}][^,]*$` });
const KeptTag = keptLine(TASK_LIMITS.tag)
  .refine(hasNoComma, NO_COMMA)
  .meta({ pattern: "^[^,]*[^,\\s][^,]*$" });

/** Two spellings of one tag are one: the first stays. */
const Tags = z.array(Tag).max(TASK_LIMITS.tags).overwrite(onceEach);
/** As they were kept, whatever is taken for one spelling today. */
const KeptTags = z.array(KeptTag).max(TASK_LIMITS.tags);

export const Task = z
  .object({
    id: z.uuid(),
    user_id: UserId,
    title: keptLine(TASK_LIMITS.title),
    notes: Notes.optional(),
    status: z.enum(["open", "done"]),
    priority: KeptPriority.optional(),
    tags: KeptTags.optional(),
    due: Due.optional(),
    /** It comes again: `due` is then the occurrence that is to be done next. */
    repeat: Repeat.optional(),
    /** When to remind of it. Left out: at its due time, if it has one; empty: never. */
    reminders: z.array(TaskReminder).max(MOST_REMINDERS).optional(),
    nag: Nag.optional(),
    snoozed: Snoozed.optional(),
    /** Nothing of it rings before. */
    muted: Muted.optional(),
    /** What rang until then is known: it does not nag. */
    acknowledged_at: z.iso.datetime().optional(),
    /** What became of the dates of its series so far. */
    occurrences: TaskOccurrences.optional(),
    version: z.int().positive(),
    /** The change that made this version: the journal has it. */
    change_id: z.uuid(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    completed_at: z.iso.datetime().optional(),
    /** Set while the task lies in the trash. */
    deleted_at: z.iso.datetime().optional(),
  })
  .meta({
    id: "Task",
    description:
      "A task as everyone sees it. `version` starts at 1 and grows by one with each change; `deleted_at` is set while it lies in the trash.",
  });
export type Task = z.infer<typeof Task>;

const wanted = {
  notes: Notes,
  priority: Priority,
  tags: Tags,
  due: DueInput,
  repeat: RepeatInput,
  reminders: z
    .array(TaskReminderInput)
    .max(MOST_REMINDERS, `a task may have ${MOST_REMINDERS} reminders: leave some out`),
  nag: NagInput,
};

export const TaskDraft = z
  .strictObject({
    title: Title,
    notes: wanted.notes.optional(),
    priority: wanted.priority.optional(),
    tags: wanted.tags.optional(),
    due: wanted.due.optional(),
    repeat: wanted.repeat.optional(),
    reminders: wanted.reminders.optional(),
    nag: wanted.nag.optional(),
  })
  // A repeating task is due when its rule says.
  .refine(({ due, repeat }) => !(due && repeat), {
    path: ["due"],
    error: "follows from repeat: give one of the two",
  })
  .meta({
    id: "TaskDraft",
    description: "A task to be added. When a repeating one is due follows from its rule.",
    not: { properties: { due: {}, repeat: {} }, required: ["due", "repeat"] },
  });
export type TaskDraft = z.infer<typeof TaskDraft>;

/**
 * What may be changed. `null` removes; at least one field must be named; a list takes the place of the old one.
 * A field that is sent back as it was answered counts as not named. With `repeat` taken away a task stays due when it
 * was; a `due` of its own moves this one date of a series and leaves the rule alone. With `due` taken away go the
 * reminders that are counted from it, and with the last reminder the nag.
 */
export const TaskPatch = z
  .strictObject({
    title: Title.optional(),
    notes: wanted.notes.nullable().optional(),
    priority: wanted.priority.nullable().optional(),
    tags: wanted.tags.nullable().optional(),
    due: wanted.due.nullable().optional(),
    repeat: wanted.repeat.nullable().optional(),
    reminders: wanted.reminders.nullable().optional(),
    nag: wanted.nag.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "name at least one field to change")
  .meta({
    id: "TaskPatch",
    description:
      "What to change. `null` removes; a list takes the place of the old one. A field that is sent back as it was answered counts as not named. A `due` of its own moves this one date of a series; a new `repeat` beside it is refused. With `due` taken away go the reminders that are counted from it, and with the last reminder the nag.",
    minProperties: 1,
  });
export type TaskPatch = z.infer<typeof TaskPatch>;

/** What two spellings of a tag have in common. */
export const tagKey = (tag: string): string => fold(tag) || tag;

function onceEach(tags: string[]): string[] {
  return [...Map.groupBy(tags, tagKey).values()].flatMap(([first]) => first ?? []);
}
