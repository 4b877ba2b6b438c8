import type { Recurrence, Refusal, WallTime, Zone } from "../types.ts";
import { place } from "../zone/instants.ts";
import { fixedOffset } from "../zone/canonical.ts";
import { isZone } from "../zone/offsets.ts";
import { readWallOrDay } from "../zone/wall.ts";
import { parseRule } from "./parse.ts";
import { ofStart, type Plan, planFrom } from "./plan.ts";

const MOST_DATES = 10_000;

/** A recurrence, read. Added and left-out dates are instants, in seconds. */
export interface Series {
  readonly plan: Plan;
  readonly zone: Zone;
  /** In order. */
  readonly added: readonly number[];
  readonly leftOut: ReadonlySet<number>;
}

/** Reads a recurrence, or says which part of it is at fault. */
export function readSeries(recurrence: Recurrence): Series | Refusal {
  const { timezone: zone, rdates, exdates } = recurrence;
  if (!isZone(zone) && fixedOffset(zone) === undefined)
    return { refused: `"${zone}" is no IANA time zone`, part: "timezone" };
  const start = readWallOrDay(recurrence.start);
  if (start === undefined) return notWall("start");
  const rule = parseRule(recurrence.rule);
  if ("refused" in rule) return rule;
  const added = readDates("rdates", rdates, zone);
  if ("refused" in added) return added;
  const leftOut = readDates("exdates", exdates, zone);
  if ("refused" in leftOut) return leftOut;
  return {
    plan: planFrom(ofStart(rule, recurrence.start), Math.floor(start)),
    zone,
    added: added.toSorted((one, other) => one - other),
    leftOut: new Set(leftOut),
  };
}

function readDates(
  part: string,
  dates: readonly WallTime[] = [],
  zone: Zone,
): readonly number[] | Refusal {
  if (dates.length > MOST_DATES)
    return { refused: `There may be at most ${MOST_DATES} ${part}`, part };
  const instants: number[] = [];
  for (const date of dates) {
    const wall = readWallOrDay(date);
    if (wall === undefined) return notWall(part);
    instants.push(place(zone, Math.floor(wall)).at);
  }
  return instants;
}

const notWall = (part: string): Refusal => ({
  refused: `${part} must hold a wall time like 2026-12-03T08:00:00`,
  part,
});
