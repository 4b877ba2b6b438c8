import type { Zone } from "../../types.ts";
import { DAY } from "../../zone/calendar.ts";
import { readWall, writeWall } from "../../zone/wall.ts";
import { toLocal } from "../../zone/zone.ts";
import type { Plan } from "../plan.ts";
import { sayDay } from "../../zone/names.ts";

/** ", 5 times" or ", until 24 December 2026" (with its time, unless that is the end of the day). */
export function endPhrase({ COUNT, UNTIL }: Plan, zone: Zone | undefined): string {
  if (COUNT !== undefined) return COUNT === 1 ? ", once" : `, ${COUNT} times`;
  if (UNTIL === undefined) return "";
  if (UNTIL.kind !== "instant") return untilWall(UNTIL.seconds);
  if (zone === undefined) return `${untilDay(UNTIL.seconds)}, ${clock(UNTIL.seconds)} UTC`;
  const local = toLocal(new Date(UNTIL.seconds * 1_000), zone);
  return untilWall(readWall(local) ?? UNTIL.seconds);
}

const LAST_SECOND = DAY - 1;

const untilWall = (seconds: number): string =>
  seconds % DAY === LAST_SECOND ? untilDay(seconds) : `${untilDay(seconds)}, ${clock(seconds)}`;

const clock = (seconds: number): string => writeWall(seconds).slice(11, 16);

const untilDay = (seconds: number): string => `, until ${sayDay(writeWall(seconds))}`;
