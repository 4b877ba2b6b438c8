import { CHANGE_ID, MADE_AT, EXAMPLE_TASK_ID } from "./ids.ts";

export const dueTime = {
  local: "2026-12-03T08:00:00",
  timezone: "Europe/Rome",
  at: "2026-12-03T07:00:00.000Z",
};

export const dueDay = {
  date: "2026-12-03",
  timezone: "Europe/Rome",
  begins_at: "2026-12-02T23:00:00.000Z",
  ends_at: "2026-12-03T23:00:00.000Z",
};

export const task = {
  id: EXAMPLE_TASK_ID,
  user_id: "ada",
  title: "water the plants",
  status: "open",
  priority: "high",
  tags: ["home"],
  due: dueTime,
  reminders: [{ minutes: -10 }],
  version: 1,
  change_id: CHANGE_ID,
  created_at: MADE_AT,
  updated_at: MADE_AT,
};

export const taskDraft = {
  title: "water the plants",
  priority: "high",
  tags: ["home"],
  due: { local: "2026-12-03T08:00", timezone: "Europe/Rome" },
  reminders: [{ minutes: -10 }],
};

export const repeat = {
  rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  start: "2026-12-01T08:00:00",
  timezone: "Europe/Rome",
  from: "schedule",
};

export const repeatInput = { ...repeat, start: "2026-12-01T08:00" };

export const repeatingDraft = { title: "stretch", repeat: repeatInput };

export const taskOccurrence = {
  occurrence: { at: "2026-12-03T07:00:00.000Z", local: "2026-12-03T08:00:00" },
  state: "done",
  at: "2026-12-03T07:12:00.000Z",
  change_id: CHANGE_ID,
};

export const taskPatch = { title: "water all the plants", priority: null };
