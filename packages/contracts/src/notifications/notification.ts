import { z } from "zod";
import { pageOf } from "../envelope/page.ts";

/**
 * What a notification is about: a `reminder` rang; no reminder of a task could be planned (`unplanned`). There may be
 * more some day, and old and new versions run side by side: one that is not known is shown by its title and body.
 */
const NotificationKind = z.string().meta({
  description:
    "`reminder`: it rang; `unplanned`: no reminder of this task could be planned. There may be more: show title and body.",
  examples: ["reminder", "unplanned"],
});

export const Notification = z
  .object({
    id: z.uuid(),
    kind: NotificationKind,
    title: z.string(),
    body: z.string(),
    task_id: z.uuid(),
    reminder_id: z
      .uuid()
      .optional()
      .meta({ description: "Which reminder it speaks of: `GET /reminders/{id}`." }),
    due_at: z.iso.datetime(),
    late: z.boolean(),
    created_at: z.iso.datetime(),
    read_at: z.iso.datetime().optional(),
  })
  .meta({
    id: "Notification",
    description: "One thing shown in the inbox. `id` is the occurrence it speaks of.",
  });
export type Notification = z.infer<typeof Notification>;

/** The newest first. */
export const ReadSeveral = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }).meta({
  id: "ReadSeveral",
  description: "Which notifications were read.",
});

export const ReadNotifications = z.object({ items: z.array(Notification) }).meta({
  id: "ReadNotifications",
  description: "Those of them that are in the inbox, as they are then.",
});
export type ReadNotifications = z.infer<typeof ReadNotifications>;

export const InboxPage = pageOf(Notification).meta({
  id: "InboxPage",
});
export type InboxPage = z.infer<typeof InboxPage>;
