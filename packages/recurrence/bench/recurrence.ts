/** `node --conditions=@todo-mesh/source packages/recurrence/bench/recurrence.ts`: the next five dates of typical and nasty rules, beside two other libraries. */
import { Temporal } from "temporal-polyfill";
import { occurrences, toInstant } from "../src/index.ts";
import { byRrule, byRruleTemporal } from "../test/rule/neighbours.ts";
import { compareInRounds, printTable, worstOf } from "./rounds.ts";

const START = "2026-01-05T09:00:00";
const FAR = new Date("2046-01-05T09:00:00Z");
const FIVE = 5;

const ours = (rule: string, after?: Date) =>
  occurrences(
    { rule, start: START, timezone: "Europe/Rome", from: "schedule" },
    { count: FIVE, ...(after && { after }) },
  );

const OFFICE_HOURS = "BYHOUR=9,10,11,12,13,14,15,16,17";
const TYPICAL = [
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=3",
  "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
  "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
  "FREQ=MONTHLY;BYDAY=-1FR",
  "FREQ=YEARLY",
  `FREQ=MINUTELY;INTERVAL=90;${OFFICE_HOURS}`,
];
const NASTY = [
  "FREQ=DAILY;BYMONTHDAY=-1,-2",
  "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO",
  "FREQ=DAILY;BYDAY=MO;BYMONTHDAY=29;BYMONTH=2",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
];
// The others do not answer these within seconds.
const HOSTILE = [
  "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=SECONDLY;INTERVAL=86401;BYHOUR=9;BYMINUTE=0;BYSECOND=0",
  "FREQ=SECONDLY;BYHOUR=9;COUNT=999999999",
  "FREQ=SECONDLY;COUNT=999999999",
  "FREQ=DAILY;BYSETPOS=366;BYHOUR=1,2",
  "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
  "FREQ=HOURLY;INTERVAL=24;BYHOUR=10",
];

const rows = [...TYPICAL, ...NASTY].map((rule) => {
  const [own = 0, later = 0, ...others] = compareInRounds(
    () => ours(rule),
    () => ours(rule, FAR),
    () => byRrule(rule, START, FIVE),
    () => attempt(() => byRruleTemporal(rule, START, FIVE)),
  );
  const ratios = others.map((other) => `${(other / own).toFixed(1)}x`);
  return [rule, own.toFixed(3), later.toFixed(3), ...ratios];
});
printTable(["next five, ms", "ours", "20 years on", "rrule", "rrule-temporal"], rows);

printTable(
  ["hostile, ms", "ours, slowest of 20"],
  HOSTILE.map((rule) => [rule, worstOf(20, () => ours(rule, FAR)).toFixed(3)]),
);

let day = 0;
const wall = (): string => `2026-0${1 + (day % 9)}-${10 + ((day += 1) % 19)}T02:30:00`;
const zoned = compareInRounds(
  () => toInstant(wall(), "Europe/Rome"),
  () => Temporal.PlainDateTime.from(wall()).toZonedDateTime("Europe/Rome"),
);
printTable(
  ["wall time to instant", "a second"],
  zoned.map((ms, index) => [
    ["ours", "temporal-polyfill"][index] ?? "",
    Math.round(1_000 / ms).toLocaleString("en"),
  ]),
);

/** One that gives up with an error has given its answer, too. */
function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
