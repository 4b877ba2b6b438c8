import { z } from "zod";
import { AnyJson } from "../envelope/json.ts";
import { Title } from "./task.ts";

/*
 * What actions are given when somebody calls them by name: the grammar, a model, a client of MCP. The person is never
 * among it. Times are phrases, tasks are words.
 */

/** Nothing has to be said. */
export const NoInput = z.strictObject({});

/** One task, as a person names it. */
export const TaskRef = z.strictObject({
  task: z.string().min(1).meta({
    description: "Words of the title of the task, as the person said them.",
  }),
  task_id: z.uuid().optional().meta({
    description:
      "The id of the task, when a list that was shown has it: then the words do not matter.",
  }),
});
export type TaskRef = z.infer<typeof TaskRef>;

/** One task, and until when, as a person says it. */
export const TaskUntilRef = TaskRef.extend({
  until: z.string().min(1).meta({
    description:
      "The words about the time, as the person said them: “in 10 minutes”, “tomorrow morning”.",
  }),
});

export const AddInput = z.strictObject({
  title: Title.meta({ description: "What is to be done, without the words about its time." }),
  when: z.string().min(1).optional().meta({
    description:
      "The words about its time, as the person said them: “tomorrow at 9”, “every weekday at 8”.",
  }),
  remind: z.boolean().optional().meta({
    description: "The person asked to be reminded, so a day alone is not enough of a time.",
  }),
  link: z.enum(["to", "about"]).optional().meta({
    description: "How the person went on from “remind me”: “to call mum”, “about the dentist”.",
  }),
});
export type AddInput = z.infer<typeof AddInput>;

/** Which tasks a list shows. */
export const Which = z.enum(["open", "done", "overdue", "today", "tomorrow"]);
export type Which = z.infer<typeof Which>;

export const ListInput = z.strictObject({
  which: Which.meta({
    description: "Which tasks to show; the last two are those due on that day.",
  }),
});
export type ListInput = z.infer<typeof ListInput>;

/** What came of a call; the word `outcome` says which fields there are. It is kept for long, and read for longer. */
export const Outcome = z.object({ outcome: z.string() }).catchall(AnyJson.optional());
export type Outcome = z.infer<typeof Outcome>;
