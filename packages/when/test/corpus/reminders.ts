import type { Theme } from "./row.ts";

// Tuesday, 10:00 in Rome.
export const reminders: Theme = {
  name: "reminders told from the due time",
  now: "2026-11-24T09:00:00Z",
  timezone: "Europe/Rome",
  rows: [
    ["10 minutes before", "due -10 min"],
    ["remind me 10 minutes before", "due -10 min"],
    ["remind me 10 mins before it's due", "due -10 min"],
    ["an hour before", "due -60 min"],
    ["half an hour before the deadline", "due -30 min"],
    ["2 hours early", "due -120 min"],
    ["15 minutes in advance", "due -15 min"],
    ["90 minutes beforehand", "due -90 min"],
    ["2 hours after it is due", "due 120 min"],
    ["a day before", "due -1 days"],
    ["the day before", "due -1 days"],
    ["the day before at 18:00", "due -1 days 18:00"],
    ["2 days before it is due", "due -2 days"],
    ["a week before the deadline", "due -7 days"],
    ["the evening before", "due -1 days 19:00"],
    ["the night before", "due -1 days 20:00"],
    ["the morning of", "due 0 days 09:00"],
    ["on the day", "due 0 days"],
    ["when it's due", "due 0 min"],
    ["1 day before it is due, at 19:00", "due -1 days 19:00"],
    ["remind me the evening before about the exam", "due -1 days 19:00", "the exam"],
    [
      "dentist tomorrow at 15:00, remind me an hour before",
      "2026-11-25 15:00 remind -60 min",
      "dentist",
    ],
    ["dentist on Friday, remind me the day before", "2026-11-27 remind -1 days", "dentist"],
    ["flight 3 Dec 06:40, remind me 3 hours before", "2026-12-03 06:40 remind -180 min", "flight"],
    [
      "bins every Thursday at 7am, remind me the evening before",
      "WEEKLY;BYDAY=TH @2026-11-26 07:00 remind -1 days 19:00",
      "bins",
    ],
  ],
};
