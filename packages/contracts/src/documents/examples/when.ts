import { repeat } from "./task.ts";

const occurrence = { at: "2026-12-03T07:00:00.000Z", local: "2026-12-03T08:00:00" };

export const whenRequest = {
  text: "call mum tomorrow at 8",
  timezone: "Europe/Rome",
  now: "2026-12-02T09:00:00Z",
};

export const whenAnswer = {
  kind: "instant",
  ...occurrence,
  timezone: "Europe/Rome",
  title: "call mum",
  phrase: "tomorrow at 8",
  reading: "Thursday 3 December 2026, 08:00, Europe/Rome",
};

export const occurrencesRequest = {
  rule: repeat.rule,
  start: repeat.start,
  timezone: "Europe/Rome",
  after: "2026-12-02T12:00:00Z",
  count: 1,
};

export const occurrencesAnswer = { items: [occurrence], reading: "every weekday at 08:00" };

export const preferencesPatch = { timezone: "Europe/Rome", day_first: true };

export const personPreferences = {
  ...preferencesPatch,
  version: 1,
  updated_at: "2026-12-02T09:00:00.000Z",
};
