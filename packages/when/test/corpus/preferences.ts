import type { Theme } from "./row.ts";

// Sunday, 13:00 in Chicago.
const place = { now: "2026-11-22T19:00:00Z", timezone: "America/Chicago" };

export const withTwentyFourHours: Theme = {
  name: "a person with a 24-hour clock",
  ...place,
  preferences: { hour_cycle: 24 },
  rows: [
    ["at 6", "2026-11-23 06:00"],
    ["at 18", "2026-11-22 18:00"],
    ["at 12", "2026-11-23 12:00"],
    ["call Ann at 3", "2026-11-23 03:00", "call Ann"],
    ["call Ann tomorrow at 6", "2026-11-23 06:00", "call Ann"],
    ["call Ann tomorrow at 3", "2026-11-23 03:00", "call Ann"],
    ["call Ann at 6 in the evening", "2026-11-22 18:00", "call Ann"],
    ["half past seven", "2026-11-23 07:30"],
    ["dinner at 8", "2026-11-22 20:00", "dinner"],
    ["every day at 6 feed the cat", "DAILY @2026-11-23 06:00", "feed the cat"],
  ],
};

export const withTwelveHours: Theme = {
  name: "a person with a 12-hour clock",
  ...place,
  preferences: { hour_cycle: 12 },
  rows: [
    ["at 6", "? half_of_day: 2026-11-22 18:00 | 2026-11-23 06:00"],
    ["call Ann tomorrow at 3", "2026-11-23 15:00", "call Ann"],
    ["call Ann at 18:30", "2026-11-22 18:30", "call Ann"],
  ],
};

export const withDayFirst: Theme = {
  name: "a person who writes the day first",
  ...place,
  preferences: { day_first: true },
  rows: [
    ["3/4", "2027-04-03"],
    ["submit taxes by 3/4/2027", "2027-04-03", "submit taxes"],
    ["submit taxes by 4/13", "2027-04-13", "submit taxes"],
    ["submit taxes on 1-2-2027 at 9am", "2027-02-01 09:00", "submit taxes"],
  ],
};

export const withMonthFirst: Theme = {
  name: "a person who writes the month first",
  ...place,
  preferences: { day_first: false },
  rows: [
    ["3/4", "2027-03-04"],
    ["submit taxes by 3/4/2027", "2027-03-04", "submit taxes"],
    ["submit taxes by 13/4", "2027-04-13", "submit taxes"],
    ["submit taxes 3.4.2027", "2027-04-03", "submit taxes"],
  ],
};

export const withWeeksFromMonday: Theme = {
  name: "a person whose weeks begin on Monday, on a Sunday",
  ...place,
  preferences: { week_start: "MO" },
  rows: [
    ["next Monday", "2026-11-23"],
    ["next week", "2026-11-23"],
    ["Friday next week", "2026-11-27"],
    ["next Friday", "2026-11-27"],
    ["this week", "2026-11-22"],
    ["every other week on Tuesday and Sunday", "WEEKLY;INTERVAL=2;BYDAY=TU,SU @2026-11-22"],
  ],
};

export const withWeeksFromSunday: Theme = {
  name: "a person whose weeks begin on Sunday, on a Sunday",
  ...place,
  preferences: { week_start: "SU" },
  rows: [
    ["next Monday", "? this_or_next: 2026-11-23 | 2026-11-30"],
    ["next week", "2026-11-30"],
    ["Friday next week", "2026-12-04"],
    ["next Friday", "? this_or_next: 2026-11-27 | 2026-12-04"],
    ["this week", "2026-11-27"],
    ["this weekend", "2026-11-22"],
    ["next weekend", "2026-11-28"],
    ["every other week on Tuesday and Sunday", "WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU @2026-11-22"],
  ],
};
