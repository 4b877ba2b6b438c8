import { ListReminders, ReadReminder } from "@todo-mesh/contracts";
import { proxy } from "./proxy.ts";

/** `/reminders`: what reminder-service knows of what rings for this person. */
export const REMINDERS = [
  proxy("/reminders", ListReminders, {
    id: "listReminders",
    summary: "Read the reminders",
    about:
      "What will ring and what rang, by task, by day, a page at a time. What cannot be planned is among the pending ones, with the reason. A ring is known for 90 days; of a reminder that comes again the last ten.",
    answer: "A page of reminders.",
  }),
  proxy("/reminders/{id}", ReadReminder, {
    id: "getReminder",
    summary: "Read a reminder",
    about:
      "A reminder as it is now, when it rang, and what became of it and why. Notifications and events have its id as `reminder_id`.",
    answer: "The reminder.",
  }),
];
