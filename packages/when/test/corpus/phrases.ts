import type { Theme } from "./row.ts";

// Tuesday, 10:00 in Rome.
const place = { now: "2026-11-24T09:00:00Z", timezone: "Europe/Rome" };

const ASKED = "? how_often: DAILY;UNTIL=20261204T225959Z @2026-11-30 | 2026-11-30" as const;

export const phrases: Theme = {
  name: "clocks, lengths and clauses",
  ...place,
  rows: [
    ["quarter to three children home", "2026-11-24 14:45", "children home"],
    ["at 7,15 call Bob", "? half_of_day: 2026-11-24 19:15 | 2026-11-25 07:15", "call Bob"],
    ["call Bob tomorrow at 7,15", "2026-11-25 07:15", "call Bob"],
    [
      "every day at 8, 12 and 20 stretch",
      "DAILY;BYHOUR=8,12,20;BYMINUTE=0 @2026-11-24 12:00",
      "stretch",
    ],
    ["antibiotics for 5 days from Monday", ASKED, "antibiotics"],
    ["for 5 days from Monday take pills", ASKED, "take pills"],
    ["take pills from Monday for 5 days", ASKED, "take pills"],
    [
      "take pills every day for 5 days from Monday",
      "DAILY;UNTIL=20261204T225959Z @2026-11-30",
      "take pills",
    ],
    ["Do laundry every Montag", "WEEKLY;BYDAY=MO @2026-11-30", "Do laundry"],
    ["swim every Montag um 9", "WEEKLY;BYDAY=MO @2026-11-30 09:00", "swim"],
    ["on Monday there is a meeting", "2026-11-30", "a meeting"],
    ["tomorrow I have to call mum", "2026-11-25", "call mum"],
    ["tomorrow I have a meeting", "2026-11-25", "a meeting"],
    [
      "every day from 9 to 5 every 2 hours drink",
      "DAILY;BYHOUR=9,11,13,15,17;BYMINUTE=0 @2026-11-24 11:00",
      "drink",
    ],
  ],
};

export const germanHolidaysInEnglish: Theme = {
  name: "days with a name in Germany, in English",
  ...place,
  preferences: { country: "DE", locale: "en" },
  rows: [
    ["on Mother's Day", "2027-05-09"],
    ["on Father's Day", "2027-05-06"],
    ["on Labour Day", "2027-05-01"],
    ["on German Unity Day", "2027-10-03"],
    ["on Corpus Christi", "2027-05-27"],
    ["on Reformation Day", "2027-10-31"],
    ["on St Nicholas' Day", "2026-12-06"],
    ["every Mother's Day call mum", "YEARLY;BYMONTH=5;BYDAY=2SU @2027-05-09", "call mum"],
  ],
};
