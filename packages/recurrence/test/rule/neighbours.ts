import { createRequire } from "node:module";
import type { rrulestr as Rrulestr } from "rrule";
import { RRuleTemporal } from "rrule-temporal";

// rrule says that it is an ES module, and is CommonJS.
const { rrulestr }: { rrulestr: typeof Rrulestr } = createRequire(import.meta.url)("rrule");

/** The first wall times of a rule, in UTC, from a library other than ours. */
export type Expand = (rule: string, start: string, count: number) => string[];

const compact = (wall: string): string => wall.replace(/[-:]/g, "");

export const byRruleTemporal: Expand = (rule, start, count) => {
  const text = `DTSTART;TZID=UTC:${compact(start)}\nRRULE:${rule}`;
  const dates: string[] = [];
  new RRuleTemporal({ rruleString: text }).all((date) => {
    dates.push(date.toPlainDateTime().toString().slice(0, 19));
    return dates.length < count;
  });
  return dates.slice(0, count);
};

export const byRrule: Expand = (rule, start, count) => {
  const dates: string[] = [];
  rrulestr(`DTSTART:${compact(start)}Z\nRRULE:${rule}`).all((date) => {
    dates.push(date.toISOString().slice(0, 19));
    return dates.length < count;
  });
  return dates.slice(0, count);
};
