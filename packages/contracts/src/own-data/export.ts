import { z } from "zod";
import { ChangeEntry } from "../tasks/change.ts";
import { ConversationExport } from "../chat/conversation.ts";
import { Notification } from "../notifications/notification.ts";
import { PersonPreferences } from "../people/preferences.ts";
import { ReminderDetails } from "../reminders/reminder.ts";
import { Task } from "../tasks/task.ts";
import { TaskOccurrence } from "../tasks/task-occurrence.ts";
import { UserId } from "../people/user.ts";

/** Everything the mesh holds of a person: what they have chosen, the tasks with the trash, what became of the dates of each series, their reminders with all that became of each, the journal, the conversations and the inbox, each the oldest first. */
export const Export = z
  .object({
    user_id: UserId,
    exported_at: z.iso.datetime(),
    preferences: PersonPreferences,
    tasks: z.array(Task),
    occurrences: z.array(TaskOccurrence.extend({ task_id: z.uuid() })),
    reminders: z.array(ReminderDetails),
    changes: z.array(ChangeEntry),
    conversations: z.array(ConversationExport),
    inbox: z.array(Notification),
  })
  .meta({
    id: "Export",
    description: "Everything the mesh holds of a person, each list the oldest first.",
  });
export type Export = z.infer<typeof Export>;

/**
 * What is left of a person who was erased: nothing but the answers kept for repeated requests, until then, and
 * the events that the broker keeps for as long as it is told to.
 */
export const EraseAnswer = z
  .object({
    erased_at: z.iso.datetime(),
    tasks: z.int().nonnegative(),
    conversations: z.int().nonnegative(),
    answers_kept_until: z.iso.datetime(),
  })
  .meta({
    id: "EraseAnswer",
    description:
      "What was erased. Answers to repeated requests are kept until `answers_kept_until`.",
  });
export type EraseAnswer = z.infer<typeof EraseAnswer>;
