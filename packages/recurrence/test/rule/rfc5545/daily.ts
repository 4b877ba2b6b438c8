import type { Example } from "./example.ts";

export const daily: readonly Example[] = [
  {
    name: "daily for 10 occurrences",
    start: "1997-09-02",
    rules: ["FREQ=DAILY;COUNT=10"],
    dates: "1997 Sep 2-11",
  },
  {
    name: "daily until December 24, 1997",
    start: "1997-09-02",
    rules: ["FREQ=DAILY;UNTIL=19971224T000000Z"],
    dates: "1997 Sep 2-30; Oct 1-31; Nov 1-30; Dec 1-23",
  },
  {
    name: "every other day",
    start: "1997-09-02",
    rules: ["FREQ=DAILY;INTERVAL=2"],
    dates:
      "1997 Sep 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; Oct 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; " +
      "Nov 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29; Dec 1,3",
    goesOn: true,
  },
  {
    name: "every 10 days, 5 occurrences",
    start: "1997-09-02",
    rules: ["FREQ=DAILY;INTERVAL=10;COUNT=5"],
    dates: "1997 Sep 2,12,22; Oct 2,12",
  },
  {
    name: "every day in January, for 3 years",
    start: "1998-01-01",
    rules: [
      "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
      "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    ],
    dates: "1998 Jan 1-31; 1999 Jan 1-31; 2000 Jan 1-31",
  },
];
