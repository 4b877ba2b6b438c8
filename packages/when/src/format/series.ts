import {
  describeRule,
  type Occurrence,
  type Recurrence,
  toLocal,
  type WallTime,
  type Zone,
} from "@todo-mesh/recurrence";
import type { Names } from "../grammar/language.ts";
import type { HourOfDay } from "../meaning.ts";
import { partsOf, type RuleParts, ruleWithout } from "./rule-parts.ts";
import { timesOf, timesReading } from "./times.ts";
import { clockReading, dateReading, endReading, wallReading } from "./walls.ts";

/** A series, its parts at hand. */
interface SeriesParts {
  readonly parts: RuleParts;
  readonly start: WallTime;
  readonly allDay: boolean;
  readonly names: Names;
}

const COUNTING = new Set(["FREQ", "INTERVAL", "UNTIL"]);
const FREQUENCIES = ["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
const TIMES = ["BYHOUR", "BYMINUTE", "BYSETPOS"];

const frequencyOf = (parts: RuleParts) =>
  FREQUENCIES.find((name) => name === parts.get("FREQ")) ?? "DAILY";

const isFine = (parts: RuleParts): boolean =>
  parts.get("FREQ") === "MINUTELY" || parts.get("FREQ") === "HOURLY";

/** "every 6 weeks": counted from when it is done, a series falls on no day of its own. */
function countReading({ parts, start, allDay, names }: SeriesParts): string {
  const time = allDay || isFine(parts) ? "" : ` ${names.at} ${clockReading(start)}`;
  return `${names.every(Number(parts.get("INTERVAL") ?? 1), frequencyOf(parts))}${time}`;
}

/** "every 45 minutes, every Monday and Thursday" */
function fineReading({ parts, start, names: words }: SeriesParts): string {
  const rule = ruleWithout(parts, ["UNTIL", "BYDAY"]);
  const days = `FREQ=WEEKLY;BYDAY=${parts.get("BYDAY") ?? ""}`;
  const from = "schedule";
  const series = describeRule({ rule, start, from }, { words });
  return `${series}, ${describeRule({ rule: days, start, from }, { words, allDay: true })}`;
}

function rhythmReading({ parts, start, allDay, names }: SeriesParts): string {
  const times = timesOf(parts);
  const left = times.length > 1 ? ["UNTIL", ...TIMES] : ["UNTIL"];
  if (isFine(parts) && parts.has("BYDAY")) return fineReading({ parts, start, allDay, names });
  const rule = ruleWithout(parts, left);
  const series = { rule, start, from: "schedule" } as const;
  if (times.length < 2) return describeRule(series, { allDay, words: names });
  const text = describeRule(series, { allDay: true, words: names });
  const days = { text, isEvery: rule === "FREQ=DAILY" };
  return timesReading(times, days, names);
}

const UNTIL = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/;

function localUntil(until: string, zone: Zone): WallTime | undefined {
  const found = UNTIL.exec(until);
  if (!found) return undefined;
  const [, year, month, day, hour = "23", minute = "59", second = "59", utc] = found;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return utc === "Z" ? toLocal(new Date(`${wall}Z`), zone) : wall;
}

/** The last second of a day stands for the whole of it. */
function untilReading({ parts, names }: SeriesParts, zone: Zone): string {
  const until = localUntil(parts.get("UNTIL") ?? "", zone);
  if (until === undefined) return "";
  const isDay = until.endsWith("T23:59:59");
  return `, ${names.until} ${isDay ? dateReading(until.slice(0, 10), names) : wallReading(until, names)}`;
}

/** Whole days: at which of its times a series does not come then goes without saying. */
function exceptReading(exdates: readonly WallTime[], names: Names): string {
  const days = [...new Set(exdates.map((each) => each.slice(0, 10)))];
  if (days.length === 0) return "";
  const list = days.map((day) => dateReading(day, names)).join(` ${names.and} `);
  return `, ${names.except} ${list}`;
}

/** A series by its rule, its zone, its end and its next dates. */
export function seriesReading(
  { rule, start, timezone, from, exdates = [] }: Recurrence,
  next: readonly Occurrence[],
  {
    allDay,
    end,
    names,
  }: Pick<SeriesParts, "allDay" | "names"> & { readonly end?: HourOfDay | undefined },
): string {
  const series: SeriesParts = { parts: partsOf(rule), start, allDay, names };
  const waits = from === "completion";
  const isCounted = waits && [...series.parts.keys()].every((name) => COUNTING.has(name));
  const dates = next.map(({ local }) =>
    allDay ? dateReading(local.slice(0, 10), names) : wallReading(local, names),
  );
  return [
    isCounted ? countReading(series) : rhythmReading(series),
    endReading(end, names),
    allDay ? "" : `, ${timezone}`,
    untilReading(series, timezone),
    exceptReading(exdates, names),
    waits ? names.fromCompletion : "",
    dates.length > 0 ? `${names.next}${dates.join("; ")}` : "",
  ].join("");
}
