import type { Theme } from "./row.ts";

// Tuesday, 10:00 in Rome; 04:00 in New York; 18:00 in Tokyo.
const NOW = "2026-11-24T09:00:00Z";

export const zonesFromRome: Theme = {
  name: "zones",
  now: NOW,
  timezone: "Europe/Rome",
  rows: [
    ["9am Tokyo time", "2026-11-25 09:00 Asia/Tokyo"],
    ["call Kenji at 9am Tokyo time", "2026-11-25 09:00 Asia/Tokyo", "call Kenji"],
    ["call Kenji tomorrow at 9am Tokyo time", "2026-11-25 09:00 Asia/Tokyo", "call Kenji"],
    ["call Kenji at 9am on Friday Tokyo time", "2026-11-27 09:00 Asia/Tokyo", "call Kenji"],
    ["call Kenji at 9am (Tokyo time)", "2026-11-25 09:00 Asia/Tokyo", "call Kenji"],
    ["call Kenji at 21:00 JST", "2026-11-24 21:00 Asia/Tokyo", "call Kenji"],
    ["webinar 15:00 UTC", "2026-11-24 15:00 UTC", "webinar"],
    ["webinar at 3pm utc", "2026-11-24 15:00 UTC", "webinar"],
    ["webinar at 3 pm GMT", "2026-11-24 16:00", "webinar"],
    ["webinar 15:00Z", "2026-11-24 15:00 UTC", "webinar"],
    ["webinar 9 ET", "2026-11-24 09:00 America/New_York", "webinar"],
    ["webinar at 9 ET", "2026-11-24 09:00 America/New_York", "webinar"],
    ["webinar tomorrow 9am PT", "2026-11-25 09:00 America/Los_Angeles", "webinar"],
    ["webinar at 9am Pacific", "2026-11-24 09:00 America/Los_Angeles", "webinar"],
    ["webinar at 9am Eastern time", "2026-11-24 09:00 America/New_York", "webinar"],
    ["webinar at 9am New York time", "2026-11-24 09:00 America/New_York", "webinar"],
    ["webinar at 9am NYC time", "2026-11-24 09:00 America/New_York", "webinar"],
    ["webinar 10:00 America/Sao_Paulo", "2026-11-24 10:00 America/Sao_Paulo", "webinar"],
    ["webinar at 10:00, Europe/London", "2026-11-24 10:00 Europe/London", "webinar"],
    ["webinar at 9am EST", "2026-11-24 15:00", "webinar"],
    [
      "webinar 1 July at 9am EST",
      "? which_zone: 2027-07-01 09:00 America/New_York | 2027-07-01 16:00",
      "webinar",
    ],
    ["webinar 1 July at 9am EDT", "2027-07-01 15:00", "webinar"],
    ["webinar at 6pm CET", "2026-11-24 18:00", "webinar"],
    [
      "webinar at 6pm IST",
      "? which_zone: 2026-11-24 18:00 Asia/Kolkata | 2026-11-24 18:00 Europe/Dublin | 2026-11-24 18:00 Asia/Jerusalem",
      "webinar",
    ],
    [
      "webinar at 6pm CST",
      "? which_zone: 2026-11-24 18:00 America/Chicago | 2026-11-24 18:00 Asia/Shanghai",
      "webinar",
    ],
    ["webinar at 18:00 UTC+2", "2026-11-24 17:00", "webinar"],
    ["webinar at 18:00 GMT-5", "2026-11-25 00:00", "webinar"],
    ["webinar at 18:00 +05:30", "2026-11-24 13:30", "webinar"],
    ["webinar at 18:00 UTC+5:45", "2026-11-24 13:15", "webinar"],
    ["webinar at 6pm London time", "2026-11-24 18:00 Europe/London", "webinar"],
    ["webinar at 6pm my time", "2026-11-24 18:00", "webinar"],
    ["webinar at 6pm Rome time", "2026-11-24 18:00", "webinar"],
    ["webinar at noon Sydney time", "2026-11-25 12:00 Australia/Sydney", "webinar"],
    ["webinar at midnight Los Angeles time", "2026-11-25 00:00 America/Los_Angeles", "webinar"],
    ["every Monday at 9am New York time", "WEEKLY;BYDAY=MO @2026-11-30 09:00 America/New_York"],
    [
      "every day at 15:00 UTC check the backups",
      "DAILY @2026-11-24 15:00 UTC",
      "check the backups",
    ],
    [
      "every day at 9:00 UTC+3 check the backups",
      "DAILY @2026-11-25 09:00 Etc/GMT-3",
      "check the backups",
    ],
    ["e.t. phone home at 9 et", "-"],
    ["Tuesday 24 November 2026, 19:00, Europe/Rome", "2026-11-24 19:00"],
    ["Sunday 25 October 2026, 02:30 +02:00, Europe/Rome", "2026-10-25 02:30 past"],
    [
      "Wednesday 25 November 2026, 09:00, Asia/Tokyo (Wednesday 25 November 2026, 01:00, Europe/Rome)",
      "2026-11-25 09:00 Asia/Tokyo",
    ],
  ],
};

// Saturday, 24 October 2026, 12:00 in Rome: the clocks go back in the night.
export const autumn: Theme = {
  name: "the night the clocks go back",
  now: "2026-10-24T10:00:00Z",
  timezone: "Europe/Rome",
  rows: [
    ["tomorrow at 2:30am feed the baby", "2026-10-25 02:30", "feed the baby"],
    ["feed the baby in 24 hours", "2026-10-25 11:00", "feed the baby"],
    ["feed the baby in 1 day", "2026-10-25", "feed the baby"],
    ["feed the baby tomorrow at noon", "2026-10-25 12:00", "feed the baby"],
    ["Sunday 25 October 2026, 02:30 +02:00, Europe/Rome", "2026-10-25 02:30"],
    ["Sunday 25 October 2026, 02:30 +01:00, Europe/Rome", "2026-10-25 02:30"],
  ],
};

// Saturday, 27 March 2027, 12:00 in Rome: the clocks go forward in the night.
export const spring: Theme = {
  name: "the night the clocks go forward",
  now: "2027-03-27T11:00:00Z",
  timezone: "Europe/Rome",
  rows: [
    ["tomorrow at 2:30am feed the baby", "2027-03-28 03:30", "feed the baby"],
    ["feed the baby in 24 hours", "2027-03-28 13:00", "feed the baby"],
    ["every day at 2:30am feed the baby", "DAILY @2027-03-28 02:30", "feed the baby"],
  ],
};
