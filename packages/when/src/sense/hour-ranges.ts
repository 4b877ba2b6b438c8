import { calendar } from "@todo-mesh/recurrence";
import type { Clock } from "../grammar/facts.ts";
import { type ClockContext, senseOfClock } from "./clocks.ts";
import type { HourOfDay } from "../meaning.ts";

const HALF = calendar.DAY / 2;

const two = (value: number): string => String(value).padStart(2, "0");

/** The end of a range of hours: the first such time behind its start, whichever half of the day that is in. */
export function endBehind(
  start: number,
  end: Clock | undefined,
  { hint, hourCycle }: Pick<ClockContext, "hint" | "hourCycle">,
): HourOfDay | undefined {
  if (!end) return undefined;
  const { seconds } = senseOfClock(end, { on: "rule", now: 0, hint, hourCycle });
  const halves = end.sure ? seconds : seconds.flatMap((each) => [each, each + HALF]);
  const distances = halves.map((each) => (each - start + 2 * calendar.DAY) % calendar.DAY);
  const nearest = Math.min(...distances.filter((each) => each > 0));
  const minutes = Math.floor(((start + nearest) % calendar.DAY) / 60);
  return Number.isFinite(minutes)
    ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
    : undefined;
}
