import { z } from "zod";
import { oneOfToday } from "../envelope/one-of-today.ts";
import { pageOf } from "../envelope/page.ts";
import { Task } from "./task.ts";
import { AnyJson } from "../envelope/json.ts";

export const Change = z
  .object({
    id: z.uuid(),
    by: oneOfToday(["person", "assistant", "api", "system"]),
    turn_id: z.uuid().optional(),
    batch_id: z.uuid().optional(),
    undoes: z.uuid().optional(),
  })
  .meta({
    id: "Change",
    description:
      "Who changed a task: in which turn of the chat, with which batch, and which change was taken back by it.",
  });
export type Change = z.infer<typeof Change>;

/** What a change did, as the action that made it calls it. What is read may have a word that nobody knows here. */
export const KeptVerb = z.string().meta({
  id: "ChangeVerb",
  description: "What a change did, as the action that made it calls it.",
  examples: ["created", "updated"],
});
export type ChangeVerb = z.infer<typeof KeptVerb>;

const Fields = z.record(z.string(), AnyJson);

/**
 * One change as the journal keeps it. `before` and `after` have the fields that changed, `null` where there was
 * nothing: put back `before` and the change is undone. Before it was created a task had no fields, and after it
 * was erased it has none.
 */
export const ChangeEntry = Change.extend({
  at: z.iso.datetime(),
  verb: KeptVerb,
  task_id: z.uuid(),
  /** The version that the change made. */
  version: z.int().positive(),
  /** As it read then. */
  title: z.string(),
  before: Fields,
  after: Fields,
  /** The change that took this one back. */
  undone_by: z.uuid().optional(),
}).meta({
  id: "ChangeEntry",
  description:
    "A change as the journal keeps it: `before` and `after` have the fields that changed, `null` where there was nothing.",
});
export type ChangeEntry = z.infer<typeof ChangeEntry>;

/** The newest first. */
export const ChangePage = pageOf(ChangeEntry).meta({
  id: "ChangePage",
});
export type ChangePage = z.infer<typeof ChangePage>;

export const UndoRequest = z
  .strictObject({
    change_id: z.uuid().optional(),
    turn_id: z.uuid().optional(),
    batch_id: z.uuid().optional(),
  })
  .refine(
    (named) => Object.keys(named).length <= 1,
    "name one of change_id, turn_id, batch_id, or none",
  )
  .meta({
    id: "UndoRequest",
    description:
      "One change, all of a turn or all of a batch; with none named, whatever was done last.",
    maxProperties: 1,
  });
export type UndoRequest = z.infer<typeof UndoRequest>;

export const UndoAnswer = z.object({ changes: z.array(ChangeEntry), tasks: z.array(Task) }).meta({
  id: "UndoAnswer",
  description:
    "The changes that took the others back, the newest of those first, and the tasks as they are now.",
});
export type UndoAnswer = z.infer<typeof UndoAnswer>;
