import { EXAMPLE_TASK_ID, OCCURRENCE_ID, REMINDER_ID } from "./ids.ts";
import { dueTime } from "./task.ts";

export const reminder = {
  id: REMINDER_ID,
  task_id: EXAMPLE_TASK_ID,
  title: "water the plants",
  slot: "minutes:-10",
  state: "announced",
  due_at: "2026-12-03T06:50:00.000Z",
  task_due: dueTime,
  timezone: "Europe/Rome",
  occurrence_id: OCCURRENCE_ID,
};

export const reminderDetails = {
  ...reminder,
  rang: [{ occurrence_id: OCCURRENCE_ID, due_at: "2026-12-03T06:50:00.000Z" }],
  history: [
    { state: "planned", at: "2026-12-01T17:42:05.310Z", cause: "wanted" },
    { state: "due", at: "2026-12-03T06:50:00.204Z", cause: "time-came" },
    { state: "announced", at: "2026-12-03T06:50:00.204Z", cause: "unchanged" },
  ],
};

export const reminderExplanation = {
  reminder: reminderDetails,
  facts: [
    {
      at: "2026-12-01T17:42:05.310Z",
      cause: "wanted",
      text: "On Tuesday 1 December 2026 at 18:42:05 it was planned.",
    },
  ],
  text: "On Tuesday 1 December 2026 at 18:42:05 it was planned.",
};
