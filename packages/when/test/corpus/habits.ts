import type { Theme } from "./row.ts";

// Tuesday, 10:00 in Rome.
export const habits: Theme = {
  name: "habits and their exceptions",
  now: "2026-11-24T09:00:00Z",
  timezone: "Europe/Rome",
  rows: [
    ["everyday at 9", "DAILY @2026-11-25 09:00"],
    ["call mum everyday", "DAILY @2026-11-24", "call mum"],
    ["everyday call mum at 6pm", "DAILY @2026-11-24 18:00", "call mum"],
    ["eveyday 9am stretch", "DAILY @2026-11-25 09:00", "stretch"],
    [
      "twice daily",
      "? how_often: DAILY;BYHOUR=9,18;BYMINUTE=0 @2026-11-24 18:00 | DAILY;BYHOUR=8,20;BYMINUTE=0 @2026-11-24 20:00",
    ],
    [
      "3x daily",
      "? how_often: DAILY;BYHOUR=8,13,19;BYMINUTE=0 @2026-11-24 13:00 | DAILY;BYHOUR=9,15,21;BYMINUTE=0 @2026-11-24 15:00",
    ],
    [
      "3x/day",
      "? how_often: DAILY;BYHOUR=8,13,19;BYMINUTE=0 @2026-11-24 13:00 | DAILY;BYHOUR=9,15,21;BYMINUTE=0 @2026-11-24 15:00",
    ],
    ["every day x 10", "DAILY;COUNT=10 @2026-11-24"],
    ["daily x5", "DAILY;COUNT=5 @2026-11-24"],
    ["every january and july", "MONTHLY;BYMONTHDAY=1;BYMONTH=1,7 @2027-01-01"],
    ["every jan and jul 15", "MONTHLY;BYMONTHDAY=15;BYMONTH=1,7 @2027-01-15"],
    ["every 1st and 15th pay rent", "MONTHLY;BYMONTHDAY=1,15 @2026-12-01", "pay rent"],
    ["weekday mornings at 7", "WEEKLY;BYDAY=MO,TU,WE,TH,FR @2026-11-25 07:00"],
    ["sunday nights at 9", "WEEKLY;BYDAY=SU @2026-11-29 21:00"],
    ["take the pill in the mornings", "DAILY @2026-11-25 09:00", "take the pill"],
    ["biweekly on Tuesday", "WEEKLY;INTERVAL=2;BYDAY=TU @2026-11-24"],
    ["every other weekend", "WEEKLY;INTERVAL=2;BYDAY=SA,SU @2026-11-28"],
    ["first weekend of every month", "MONTHLY;BYDAY=1SA @2026-12-05"],
    ["first Monday of every quarter", "MONTHLY;BYDAY=1MO;BYMONTH=1,4,7,10 @2027-01-04"],
    ["last Friday of every quarter", "MONTHLY;BYDAY=-1FR;BYMONTH=3,6,9,12 @2026-12-25"],
    ["every day from Monday to Friday", "WEEKLY;BYDAY=MO,TU,WE,TH,FR @2026-11-24"],
    ["every day this week", "DAILY;UNTIL=20261129T225959Z @2026-11-24"],
    ["every day next week", "DAILY;UNTIL=20261206T225959Z @2026-11-30"],
    [
      "every weekday next week at 7 run",
      "WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261206T225959Z @2026-11-30 07:00",
      "run",
    ],
    ["gym every Monday this month", "WEEKLY;BYDAY=MO;UNTIL=20261130T225959Z @2026-11-30", "gym"],
    ["every Monday through March", "WEEKLY;BYDAY=MO;UNTIL=20270331T215959Z @2026-11-30"],
    ["every Monday from 7 Dec to 18 Jan", "WEEKLY;BYDAY=MO;UNTIL=20270118T225959Z @2026-12-07"],
    ["every day 3 Dec – 10 Dec", "DAILY;UNTIL=20261210T225959Z @2026-12-03"],
    ["every Friday except 25 December", "WEEKLY;BYDAY=FR @2026-11-27 except 2026-12-25 00:00"],
    [
      "every Friday at 9 except 25 December and 1 January",
      "WEEKLY;BYDAY=FR @2026-11-27 09:00 except 2026-12-25 09:00, 2027-01-01 09:00",
    ],
    [
      "every 2 weeks on Friday except 27 Nov",
      "WEEKLY;INTERVAL=2;BYDAY=FR @2026-12-11 except 2026-11-27 00:00",
    ],
    [
      "every day at 9 except 3/4",
      "? day_or_month: DAILY @2026-11-25 09:00 except 2027-04-03 09:00 | DAILY @2026-11-25 09:00 except 2027-03-04 09:00",
    ],
    [
      "every day at 8am and 8pm except Christmas",
      "DAILY;BYHOUR=8,20;BYMINUTE=0 @2026-11-24 20:00 except 2026-12-25 08:00, 2026-12-25 20:00",
    ],
    [
      "every day except 3 dec and sundays",
      "? which_time: DAILY @2026-11-24 except 2026-12-03 00:00 | WEEKLY;BYDAY=SU @2026-11-29",
    ],
    ["meds 8am 2pm 8pm daily", "DAILY;BYHOUR=8,14,20;BYMINUTE=0 @2026-11-24 14:00", "meds"],
    ["walk dog 7am/7pm daily", "DAILY;BYHOUR=7,19;BYMINUTE=0 @2026-11-24 19:00", "walk dog"],
    [
      "drink water hourly between 9 and 6",
      "DAILY;BYHOUR=9,10,11,12,13,14,15,16,17,18;BYMINUTE=0 @2026-11-24 11:00",
      "drink water",
    ],
    ["every ten days once done", "DAILY;INTERVAL=10 @2026-11-24 done"],
    [
      "standup 9:15 M-F",
      "? which_day: WEEKLY;BYDAY=MO,TU,WE,TH,FR @2026-11-25 09:15 | 2026-11-24 21:15 | 2026-11-25 09:15 | 2026-11-26 09:15 | 2026-11-27 09:15 | 2026-11-30 09:15",
      "standup",
    ],
    ["every m-f at 9", "WEEKLY;BYDAY=MO,TU,WE,TH,FR @2026-11-25 09:00"],
    [
      "MWF 7am gym",
      "? which_day: WEEKLY;BYDAY=MO,WE,FR @2026-11-25 07:00 | 2026-11-25 07:00 | 2026-11-27 07:00 | 2026-11-30 07:00",
      "gym",
    ],
    [
      "mon/wed/fri gym 6am",
      "? which_day: WEEKLY;BYDAY=MO,WE,FR @2026-11-25 06:00 | 2026-11-25 06:00 | 2026-11-27 06:00 | 2026-11-30 06:00",
      "gym",
    ],
    [
      "gym mon wed fri",
      "? which_day: WEEKLY;BYDAY=MO,WE,FR @2026-11-25 | 2026-11-25 | 2026-11-27 | 2026-11-30",
      "gym",
    ],
    [
      "remind me 2 days before mum's birthday on 3 May every year",
      "YEARLY;BYMONTH=5;BYMONTHDAY=3 @2027-05-03 remind -2 days",
      "mum's birthday",
    ],
  ],
};
