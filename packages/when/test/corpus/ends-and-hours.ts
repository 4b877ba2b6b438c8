import type { Theme } from "./row.ts";

// Tuesday, 10:00 in Rome.
const NOW = "2026-11-24T09:00:00Z";

export const endsAndHours: Theme = {
  name: "recurrences with an end, by the hour, or from completion",
  now: NOW,
  timezone: "Europe/Rome",
  rows: [
    ["every Monday until Christmas", "WEEKLY;BYDAY=MO;UNTIL=20261225T225959Z @2026-11-30"],
    [
      "standup every weekday at 9:15 until 18 December",
      "WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261218T225959Z @2026-11-25 09:15",
      "standup",
    ],
    [
      "until Friday take the drops every day at 8pm",
      "DAILY;UNTIL=20261127T225959Z @2026-11-24 20:00",
      "take the drops",
    ],
    ["antibiotics every day for 7 days", "DAILY;UNTIL=20261130T225959Z @2026-11-24", "antibiotics"],
    [
      "antibiotics every day at 8pm for a week",
      "DAILY;UNTIL=20261130T225959Z @2026-11-24 20:00",
      "antibiotics",
    ],
    ["antibiotics every day at 8pm 5 times", "DAILY;COUNT=5 @2026-11-24 20:00", "antibiotics"],
    ["every day 5 times", "DAILY;COUNT=5 @2026-11-24"],
    ["class every Tuesday at 6pm, 10 times", "WEEKLY;BYDAY=TU;COUNT=10 @2026-11-24 18:00", "class"],
    ["every day starting tomorrow do yoga", "DAILY @2026-11-25", "do yoga"],
    ["yoga every day at 7am starting Monday", "DAILY @2026-11-30 07:00", "yoga"],
    ["yoga every Wednesday from 9 December at 19:00", "WEEKLY;BYDAY=WE @2026-12-09 19:00", "yoga"],
    ["yoga every day except Sunday", "WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA @2026-11-24", "yoga"],
    [
      "yoga every weekday except Fridays at 7am",
      "WEEKLY;BYDAY=MO,TU,WE,TH @2026-11-25 07:00",
      "yoga",
    ],
    ["every 90 minutes until 6pm", "MINUTELY;INTERVAL=90;UNTIL=20261124T170000Z @2026-11-24 11:30"],
    ["drink water every 2 hours", "HOURLY;INTERVAL=2 @2026-11-24 12:00", "drink water"],
    ["drink water hourly", "HOURLY @2026-11-24 11:00", "drink water"],
    [
      "drink water every hour until 10pm",
      "HOURLY;UNTIL=20261124T210000Z @2026-11-24 11:00",
      "drink water",
    ],
    ["drink water every half hour", "MINUTELY;INTERVAL=30 @2026-11-24 10:30", "drink water"],
    ["drink water every hour and a half", "MINUTELY;INTERVAL=90 @2026-11-24 11:30", "drink water"],
    ["drink water every 45 min", "MINUTELY;INTERVAL=45 @2026-11-24 10:45", "drink water"],
    [
      "drink water every 2 hours from 9 to 17",
      "DAILY;BYHOUR=9,11,13,15,17;BYMINUTE=0 @2026-11-24 11:00",
      "drink water",
    ],
    [
      "drink water every 2 hours between 9am and 5pm",
      "DAILY;BYHOUR=9,11,13,15,17;BYMINUTE=0 @2026-11-24 11:00",
      "drink water",
    ],
    [
      "drink water every 2 hours on weekdays between 9am and 5pm",
      "WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,11,13,15,17;BYMINUTE=0 @2026-11-24 11:00",
      "drink water",
    ],
    [
      "look up every 20 minutes for 2 hours",
      "MINUTELY;INTERVAL=20;UNTIL=20261124T110000Z @2026-11-24 10:20",
      "look up",
    ],
    ["every day meditate for 20 minutes", "DAILY @2026-11-24", "meditate for 20 minutes"],
    ["3 days after I finish it", "DAILY;INTERVAL=3 @2026-11-24 done"],
    [
      "water the cactus 10 days after I've done it",
      "DAILY;INTERVAL=10 @2026-11-24 done",
      "water the cactus",
    ],
    ["every! 3 days", "DAILY;INTERVAL=3 @2026-11-24 done"],
    ["shave every! 2 days", "DAILY;INTERVAL=2 @2026-11-24 done", "shave"],
    ["change the filter every! month", "MONTHLY @2026-11-24 done", "change the filter"],
    ["haircut 6 weeks after the last one", "WEEKLY;INTERVAL=6 @2026-11-24 done", "haircut"],
    ["back up the laptop a week after completion", "WEEKLY @2026-11-24 done", "back up the laptop"],
    ["vacuum every 4 days after it's done", "DAILY;INTERVAL=4 @2026-11-24 done", "vacuum"],
    [
      "coffee machine: descale every! 2 months at 10am",
      "MONTHLY;INTERVAL=2 @2027-01-24 10:00 done",
      "coffee machine: descale",
    ],
  ],
};
