import type { Example } from "./example.ts";

export const weekly: readonly Example[] = [
  {
    name: "weekly for 10 occurrences",
    start: "1997-09-02",
    rules: ["FREQ=WEEKLY;COUNT=10"],
    dates: "1997 Sep 2,9,16,23,30; Oct 7,14,21,28; Nov 4",
  },
  {
    name: "weekly until December 24, 1997",
    start: "1997-09-02",
    rules: ["FREQ=WEEKLY;UNTIL=19971224T000000Z"],
    dates: "1997 Sep 2,9,16,23,30; Oct 7,14,21,28; Nov 4,11,18,25; Dec 2,9,16,23",
  },
  {
    name: "every other week",
    start: "1997-09-02",
    rules: ["FREQ=WEEKLY;INTERVAL=2;WKST=SU"],
    dates: "1997 Sep 2,16,30; Oct 14,28; Nov 11,25; Dec 9,23; 1998 Jan 6,20; Feb 3,17",
    goesOn: true,
  },
  {
    name: "weekly on Tuesday and Thursday for five weeks",
    start: "1997-09-02",
    rules: [
      "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
      "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    ],
    dates: "1997 Sep 2,4,9,11,16,18,23,25,30; Oct 2",
  },
  {
    name: "every other week on Monday, Wednesday and Friday until December 24, 1997",
    start: "1997-09-01",
    rules: ["FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR"],
    dates:
      "1997 Sep 1,3,5,15,17,19,29; Oct 1,3,13,15,17,27,29,31; Nov 10,12,14,24,26,28; Dec 8,10,12,22",
  },
  {
    name: "every other week on Tuesday and Thursday, for 8 occurrences",
    start: "1997-09-02",
    rules: ["FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH"],
    dates: "1997 Sep 2,4,16,18,30; Oct 2,14,16",
  },
  {
    name: "weeks that begin on Monday",
    start: "1997-08-05",
    rules: ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"],
    dates: "1997 Aug 5,10,19,24",
  },
  {
    name: "the same with weeks that begin on Sunday",
    start: "1997-08-05",
    rules: ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"],
    dates: "1997 Aug 5,17,19,31",
  },
];
