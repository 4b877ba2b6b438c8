import { readWall } from "../zone/wall.ts";
import {
  FREQUENCIES,
  type Frequency,
  type NumberParts,
  type Until,
  WEEKDAYS,
  type WeekdayRule,
} from "./rule.ts";

// Each reader gives undefined for a value its part cannot have; `SHAPES` says in words what it can.
const LARGEST = 999_999_999;

interface Range {
  readonly from: number;
  readonly to: number;
  /** Counted from the end as well: -1 is the last. */
  readonly signed: boolean;
}

const RANGES: Readonly<Record<keyof NumberParts, Range>> = {
  BYMONTH: { from: 1, to: 12, signed: false },
  BYWEEKNO: { from: 1, to: 53, signed: true },
  BYYEARDAY: { from: 1, to: 366, signed: true },
  BYMONTHDAY: { from: 1, to: 31, signed: true },
  BYHOUR: { from: 0, to: 23, signed: false },
  BYMINUTE: { from: 0, to: 59, signed: false },
  BYSECOND: { from: 0, to: 60, signed: false },
  BYSETPOS: { from: 1, to: 366, signed: true },
};

export type NumberPart = keyof NumberParts;
export const isNumberPart = (name: string): name is NumberPart => Object.hasOwn(RANGES, name);

export function readNumbers(part: NumberPart, text: string): readonly number[] | undefined {
  const { from, to, signed } = RANGES[part];
  const numbers = new Set<number>();
  for (const item of text.split(",")) {
    const number = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN;
    const size = signed ? Math.abs(number) : number;
    if (!(size >= from && size <= to)) return undefined;
    // A leap second is not on our clocks: RFC 5545 has it read as the second before.
    numbers.add(part === "BYSECOND" ? Math.min(number, 59) : number);
  }
  return [...numbers].toSorted((one, other) => one - other);
}

export const readFrequency = (text: string): Frequency | undefined =>
  FREQUENCIES.find((name) => name === text);

/** INTERVAL and COUNT. */
export function readAmount(text: string): number | undefined {
  const amount = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return amount >= 1 && amount <= LARGEST ? amount : undefined;
}

export function readWeekday(text: string): number | undefined {
  const weekday = WEEKDAYS.findIndex((name) => name === text);
  return weekday === -1 ? undefined : weekday;
}

export function readWeekdays(text: string): readonly WeekdayRule[] | undefined {
  const rules = new Map<string, WeekdayRule>();
  for (const item of text.split(",")) {
    const [, number, name = ""] = /^([+-]?(?:[1-4]?\d|5[0-3]))?([A-Z]{2})$/.exec(item) ?? [];
    const weekday = readWeekday(name);
    const nth = Number(number ?? 0);
    if (weekday === undefined || (number !== undefined && nth === 0)) return undefined;
    rules.set(`${nth}${name}`, { weekday, nth });
  }
  return [...rules.values()];
}

/** `19971224T000000Z` is an instant, `19971224T000000` a wall time, `19971224` the end of that day on the wall. */
export function readUntil(text: string): Until | undefined {
  const [, date = "", time, utc] = /^(\d{8})(?:T(\d{6})(Z?))?$/.exec(text) ?? [];
  const day = date.replace(/(....)(..)(..)/, "$1-$2-$3");
  const seconds = readWall(`${day}T${(time ?? "235959").replace(/(..)(..)(..)/, "$1:$2:$3")}`);
  return seconds === undefined ? undefined : { kind: utc === "Z" ? "instant" : "wall", seconds };
}

const list = ({ from, to, signed }: Range): string =>
  `a list of whole numbers from ${from} to ${to}${signed ? `, or from -${to} to -${from}` : ""}`;

/** What the value of a part looks like, to end the sentence "INTERVAL must be …". */
export function shapeOf(part: string): string {
  if (isNumberPart(part)) return list(RANGES[part]);
  switch (part) {
    case "FREQ":
      return `one of ${FREQUENCIES.join(", ")}`;
    case "BYDAY":
      return "a list of weekdays like MO, 2TU or -1FR";
    case "WKST":
      return `one of ${WEEKDAYS.join(", ")}`;
    case "UNTIL":
      return "a time like 20261224T080000Z, 20261224T080000 or 20261224";
    default:
      return `a whole number from 1 to ${LARGEST}`;
  }
}
