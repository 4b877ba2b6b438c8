import { dateOf, DAY } from "../../zone/calendar.ts";
import { writeWall } from "../../zone/wall.ts";
import type { Plan } from "../plan.ts";
import { MONTH_NAMES } from "./words.ts";

/** ", 5 times" or ", until 24 December 2026" (with its time, unless that is the end of the day). */
export function endPhrase({ COUNT, UNTIL }: Plan): string {
  if (COUNT !== undefined) return COUNT === 1 ? ", once" : `, ${COUNT} times`;
  if (UNTIL === undefined) return "";
  const { year, month, day } = dateOf(Math.floor(UNTIL.seconds / DAY));
  const time = writeWall(UNTIL.seconds).slice(11);
  const date = `, until ${day} ${MONTH_NAMES[month - 1] ?? ""} ${year}`;
  if (UNTIL.kind === "instant") return `${date}, ${time.slice(0, 5)} UTC`;
  return time === "23:59:59" ? date : `${date}, ${time.slice(0, 5)}`;
}
