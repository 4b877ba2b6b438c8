import { occurrences } from "../../src/index.ts";
import { BEGIN, changesOf, days, END, type Era, erasOf, everyMinutes } from "./model.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 19);

/** All instants of a rule from a wall time to the end of the ten years, or to an earlier one. */
function instants(rule: string, start: number, timezone: string, until = END): number[] {
  const series = {
    rule: `${rule};UNTIL=${wallText(until - 1000).replace(/[-:]/g, "")}`,
    start: wallText(start),
    timezone,
    from: "schedule" as const,
  };
  const all: number[] = [];
  for (;;) {
    const after = new Date(all.at(-1) ?? start - 2 * DAY);
    const page = occurrences(series, { after, count: 1_000 });
    if ("refused" in page) throw new Error(page.refused);
    all.push(...page.map(({ at }) => at.getTime()));
    if (page.length < 1_000) return all;
  }
}

const isSunday = (date: Date): boolean => date.getUTCDay() === 0;
const isWeekend = (date: Date): boolean => isSunday(date) || date.getUTCDay() === 6;
const later = (date: Date, by: number): Date => new Date(date.getTime() + by * DAY);
// The ten years begin on a Wednesday: two days before, its week began.
const weekOf = (date: Date): number => Math.floor((date.getTime() - BEGIN + 2 * DAY) / (7 * DAY));

const RULES: readonly (readonly [rule: string, isOn: (date: Date) => boolean])[] = [
  ["FREQ=DAILY", () => true],
  ["FREQ=WEEKLY;BYDAY=SU", isSunday],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", (date) => isWeekend(date) && weekOf(date) % 2 === 0],
  ["FREQ=MONTHLY;BYMONTHDAY=31", (date) => date.getUTCDate() === 31],
  [
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    (date) => later(date, 1).getUTCMonth() !== date.getUTCMonth(),
  ],
  [
    "FREQ=MONTHLY;BYDAY=-1SU",
    (date) => isSunday(date) && later(date, 7).getUTCMonth() !== date.getUTCMonth(),
  ],
];

/** A time of day that a gap of this zone swallows, one that a fold repeats, and an ordinary one. */
const timesOfDay = (eras: readonly Era[]): number[] =>
  [
    ...changesOf(eras, true).slice(-1),
    ...changesOf(eras, false)
      .slice(-1)
      .map((wall) => wall - 30 * MINUTE),
    9 * 60 * MINUTE,
  ].map((wall) => (((wall + 15 * MINUTE) % DAY) + DAY) % DAY);

// Many zones have the same clocks: what the model says of them is worked out once.
const known = new Map<string, string>();
function once(key: string, work: () => readonly number[]): string {
  const found = known.get(key) ?? work().join();
  known.set(key, found);
  return found;
}

interface ZoneClocks {
  readonly zone: string;
  readonly eras: readonly Era[];
  /** Equal for zones whose clocks are. */
  readonly clocks: string;
}

const clocksOf = (zone: string): ZoneClocks => {
  const eras = erasOf(zone);
  return { zone, eras, clocks: JSON.stringify(eras) };
};

/** What was looked at, and where the package differs from the model. */
interface Compared {
  readonly zones: number;
  readonly dates: number;
  readonly wrong: readonly string[];
}

function compareRules({ zone, eras, clocks }: ZoneClocks, compare: Compare): void {
  for (const [rule, isOn] of RULES)
    for (const time of timesOfDay(eras))
      compare(
        `${rule} in ${zone}, ${time / MINUTE} minutes after midnight`,
        instants(rule, BEGIN + time, zone),
        once(`${clocks} ${time} ${rule}`, () => days(eras, time, isOn)),
      );
}

/** Every 20 minutes around each change of the clocks. */
function compareChanges({ zone, eras, clocks }: ZoneClocks, compare: Compare): void {
  for (const change of [...changesOf(eras, true), ...changesOf(eras, false)]) {
    const span = { from: change - 6 * 60 * MINUTE, to: change + 30 * 60 * MINUTE, minutes: 20 };
    compare(
      `${zone}, around ${wallText(change)}`,
      instants("FREQ=MINUTELY;INTERVAL=20", span.from, zone, span.to),
      once(`${clocks} ${change}`, () => everyMinutes(eras, span)),
    );
  }
}

type Compare = (what: string, found: readonly number[], expected: string) => void;

/** Holds the package against the model in every zone: whole rules, or only the hours around changes of the clocks. */
export function compareWithModel(what: "rules" | "changes"): Compared {
  const wrong: string[] = [];
  let dates = 0;
  const zones = Intl.supportedValuesOf("timeZone").map(clocksOf);
  for (const zone of zones)
    (what === "rules" ? compareRules : compareChanges)(zone, (name, found, expected) => {
      dates += found.length;
      if (found.join() !== expected) wrong.push(name);
    });
  return { zones: zones.length, dates, wrong };
}
