import type { Example } from "./example.ts";

export const monthly: readonly Example[] = [
  {
    name: "monthly on the first Friday for 10 occurrences",
    start: "1997-09-05",
    rules: ["FREQ=MONTHLY;COUNT=10;BYDAY=1FR"],
    dates: "1997 Sep 5; Oct 3; Nov 7; Dec 5; 1998 Jan 2; Feb 6; Mar 6; Apr 3; May 1; Jun 5",
  },
  {
    name: "monthly on the first Friday until December 24, 1997",
    start: "1997-09-05",
    rules: ["FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR"],
    dates: "1997 Sep 5; Oct 3; Nov 7; Dec 5",
  },
  {
    name: "every other month on the first and last Sunday for 10 occurrences",
    start: "1997-09-07",
    rules: ["FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU"],
    dates: "1997 Sep 7,28; Nov 2,30; 1998 Jan 4,25; Mar 1,29; May 3,31",
  },
  {
    name: "monthly on the second-to-last Monday for 6 months",
    start: "1997-09-22",
    rules: ["FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"],
    dates: "1997 Sep 22; Oct 20; Nov 17; Dec 22; 1998 Jan 19; Feb 16",
  },
  {
    name: "monthly on the third-to-last day of the month",
    start: "1997-09-28",
    rules: ["FREQ=MONTHLY;BYMONTHDAY=-3"],
    dates: "1997 Sep 28; Oct 29; Nov 28; Dec 29; 1998 Jan 29; Feb 26",
    goesOn: true,
  },
  {
    name: "monthly on the 2nd and 15th for 10 occurrences",
    start: "1997-09-02",
    rules: ["FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15"],
    dates: "1997 Sep 2,15; Oct 2,15; Nov 2,15; Dec 2,15; 1998 Jan 2,15",
  },
  {
    name: "monthly on the first and last day for 10 occurrences",
    start: "1997-09-30",
    rules: ["FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1"],
    dates: "1997 Sep 30; Oct 1,31; Nov 1,30; Dec 1,31; 1998 Jan 1,31; Feb 1",
  },
  {
    name: "every 18 months on the 10th through 15th for 10 occurrences",
    start: "1997-09-10",
    rules: ["FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15"],
    dates: "1997 Sep 10-15; 1999 Mar 10-13",
  },
  {
    name: "every Tuesday, every other month",
    start: "1997-09-02",
    rules: ["FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"],
    dates: "1997 Sep 2,9,16,23,30; Nov 4,11,18,25; 1998 Jan 6,13,20,27; Mar 3,10,17,24,31",
    goesOn: true,
  },
  {
    name: "every Friday the 13th, its start left out",
    start: "1997-09-02",
    rules: ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"],
    exdates: ["1997-09-02T09:00:00"],
    dates: "1998 Feb 13; Mar 13; Nov 13; 1999 Aug 13; 2000 Oct 13",
    goesOn: true,
  },
  {
    name: "the first Saturday that follows the first Sunday of the month",
    start: "1997-09-13",
    rules: ["FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13"],
    dates: "1997 Sep 13; Oct 11; Nov 8; Dec 13; 1998 Jan 10; Feb 7; Mar 7; Apr 11; May 9; Jun 13",
    goesOn: true,
  },
  {
    name: "the third instance into the month of Tuesday, Wednesday or Thursday, for the next 3 months",
    start: "1997-09-04",
    rules: ["FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"],
    dates: "1997 Sep 4; Oct 7; Nov 6",
  },
  {
    name: "the second-to-last weekday of the month",
    start: "1997-09-29",
    rules: ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"],
    dates: "1997 Sep 29; Oct 30; Nov 27; Dec 30; 1998 Jan 29; Feb 26; Mar 30",
    goesOn: true,
  },
  {
    name: "a date that does not exist is passed over",
    start: "2007-01-15",
    rules: ["FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"],
    dates: "2007 Jan 15,30; Feb 15; Mar 15,30",
  },
];
