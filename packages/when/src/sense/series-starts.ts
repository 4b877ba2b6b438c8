import type { Facts, ZoneSaid } from "../grammar/facts.ts";
import type { Doubt } from "../meaning.ts";
import type { Day } from "./calendar.ts";
import type { DayChoice } from "./day-choices.ts";
import { senseOfDay } from "./days.ts";
import type { SenseContext } from "./moments.ts";
import { inZone, type ZonedClock, zonedClocksOf } from "./zoned-clocks.ts";
import { isFine } from "./rhythms.ts";

/** Where a series stands: the zone its clock is in, and the first day that it may fall on. */
export interface SeriesStart {
  readonly zonedClock: ZonedClock;
  readonly from: Day;
  /** No first day was said. */
  readonly isNow: boolean;
}

/** All that may be meant; none where the words name no such day or zone. */
export function seriesStartsOf(
  facts: Facts,
  context: SenseContext,
  doubts: Set<Doubt>,
): readonly SeriesStart[] {
  const zonedClocks = zonesOf(zoneOf(facts), context);
  if (zonedClocks.length > 1) doubts.add("which_zone");
  const starts = facts.starting && senseOfDay(facts.starting, context.present);
  if (facts.starting && !starts) return [];
  if (starts?.doubt) doubts.add(starts.doubt);
  return zonedClocks.flatMap((zonedClock) => onClock(zonedClock, starts?.choices));
}

/** Days are those of the person, whatever zone is named. */
const zoneOf = ({ clocks, repeat, zone }: Facts): ZoneSaid | undefined =>
  clocks || (repeat && isFine(repeat)) ? zone : undefined;

const onClock = (
  zonedClock: ZonedClock,
  starts: readonly DayChoice[] | undefined,
): readonly SeriesStart[] =>
  starts
    ? starts.map(({ day }) => ({ zonedClock, from: day, isNow: false }))
    : [{ zonedClock, from: zonedClock.now().day, isNow: true }];

/** A series needs a zone with a name: a fixed distance from UTC has one only at full hours. */
function zonesOf(said: ZoneSaid | undefined, { home, now }: SenseContext): readonly ZonedClock[] {
  if (said?.kind === "exact") return [inZone(said.zone, now)];
  if (said?.kind !== "offset") return zonedClocksOf(said, home, now);
  const zone = said.usual ?? fixedZone(said.offset / 60);
  return zone === undefined ? [] : [inZone(zone, now)];
}

function fixedZone(hours: number): string | undefined {
  if (hours === 0) return "UTC";
  if (!Number.isInteger(hours) || hours > 14 || hours < -12) return undefined;
  // These names count westward.
  return `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}
