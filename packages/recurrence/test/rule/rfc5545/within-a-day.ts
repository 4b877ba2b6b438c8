import type { Example } from "./example.ts";

const NINE_TO_FIVE = "9,10,11,12,13,14,15,16";

export const withinADay: readonly Example[] = [
  {
    // The UNTIL is that of the verified erratum 3883; the RFC's own, 17:00 UTC, is one o'clock in New York.
    name: "every 3 hours from 9:00 to 17:00 on a specific day",
    start: "1997-09-02",
    rules: ["FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z"],
    dates: "1997 Sep 2",
    times: ["09:00", "12:00", "15:00"],
  },
  {
    name: "every 15 minutes for 6 occurrences",
    start: "1997-09-02",
    rules: ["FREQ=MINUTELY;INTERVAL=15;COUNT=6"],
    dates: "1997 Sep 2",
    times: ["09:00", "09:15", "09:30", "09:45", "10:00", "10:15"],
  },
  {
    name: "every hour and a half for 4 occurrences",
    start: "1997-09-02",
    rules: ["FREQ=MINUTELY;INTERVAL=90;COUNT=4"],
    dates: "1997 Sep 2",
    times: ["09:00", "10:30", "12:00", "13:30"],
  },
  {
    name: "every 20 minutes from 9:00 to 16:40 every day",
    start: "1997-09-02",
    rules: [
      `FREQ=DAILY;BYHOUR=${NINE_TO_FIVE};BYMINUTE=0,20,40`,
      `FREQ=MINUTELY;INTERVAL=20;BYHOUR=${NINE_TO_FIVE}`,
    ],
    dates: "1997 Sep 2-3",
    times: ["09", "10", "11", "12", "13", "14", "15", "16"].flatMap((hour) =>
      ["00", "20", "40"].map((minute) => `${hour}:${minute}`),
    ),
    goesOn: true,
  },
];
