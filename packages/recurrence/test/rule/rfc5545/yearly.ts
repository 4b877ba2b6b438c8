import type { Example } from "./example.ts";

export const yearly: readonly Example[] = [
  {
    name: "yearly in June and July for 10 occurrences",
    start: "1997-06-10",
    rules: ["FREQ=YEARLY;COUNT=10;BYMONTH=6,7"],
    dates:
      "1997 Jun 10; Jul 10; 1998 Jun 10; Jul 10; 1999 Jun 10; Jul 10; 2000 Jun 10; Jul 10; 2001 Jun 10; Jul 10",
  },
  {
    name: "every other year in January, February and March for 10 occurrences",
    start: "1997-03-10",
    rules: ["FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3"],
    dates:
      "1997 Mar 10; 1999 Jan 10; Feb 10; Mar 10; 2001 Jan 10; Feb 10; Mar 10; 2003 Jan 10; Feb 10; Mar 10",
  },
  {
    name: "every third year on the 1st, 100th and 200th day for 10 occurrences",
    start: "1997-01-01",
    rules: ["FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200"],
    dates:
      "1997 Jan 1; Apr 10; Jul 19; 2000 Jan 1; Apr 9; Jul 18; 2003 Jan 1; Apr 10; Jul 19; 2006 Jan 1",
  },
  {
    name: "every 20th Monday of the year",
    start: "1997-05-19",
    rules: ["FREQ=YEARLY;BYDAY=20MO"],
    dates: "1997 May 19; 1998 May 18; 1999 May 17",
    goesOn: true,
  },
  {
    name: "Monday of week number 20",
    start: "1997-05-12",
    rules: ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"],
    dates: "1997 May 12; 1998 May 11; 1999 May 17",
    goesOn: true,
  },
  {
    name: "every Thursday in March",
    start: "1997-03-13",
    rules: ["FREQ=YEARLY;BYMONTH=3;BYDAY=TH"],
    dates: "1997 Mar 13,20,27; 1998 Mar 5,12,19,26; 1999 Mar 4,11,18,25",
    goesOn: true,
  },
  {
    name: "every Thursday, but only during June, July and August",
    start: "1997-06-05",
    rules: ["FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8"],
    dates:
      "1997 Jun 5,12,19,26; Jul 3,10,17,24,31; Aug 7,14,21,28; 1998 Jun 4,11,18,25; Jul 2,9,16,23,30; " +
      "Aug 6,13,20,27; 1999 Jun 3,10,17,24; Jul 1,8,15,22,29; Aug 5,12,19,26",
    goesOn: true,
  },
  {
    name: "every 4 years, the first Tuesday after a Monday in November",
    start: "1996-11-05",
    rules: ["FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"],
    dates: "1996 Nov 5; 2000 Nov 7; 2004 Nov 2",
    goesOn: true,
  },
];
