import type { Clock } from "../facts.ts";
import type { Build, HourSaid, Slots } from "../values.ts";

/** The hour of a half of the day, on the 24-hour clock: 12 am is 0. */
export const inHalf = (hour: number, half: "am" | "pm"): number =>
  hour > 12 ? hour : (hour % 12) + (half === "pm" ? 12 : 0);

/** Without a half of the day an hour from 1 to 12 may be either, unless it is written as only a 24-hour clock does. */
export function clockOf(
  { hour, padded }: HourSaid,
  minute: number,
  half?: "am" | "pm",
): Clock | undefined {
  if (hour === 24 && minute > 0) return undefined;
  if (half) return { hour: inHalf(hour, half), minute, second: 0, sure: true };
  return { hour, minute, second: 0, sure: padded || hour > 12 || hour === 0 };
}

const OTHER_HALF = { am: "pm", pm: "am" } as const;

const minutesOf = ({ number, five_minutes: fives }: Slots): number => fives ?? number ?? 0;
const isMinute = (minutes: number): boolean => minutes >= 1 && minutes <= 59;

/** "Twenty past six". */
export const past =
  (fixed?: number): Build<Clock> =>
  (slots) => {
    const minutes = fixed ?? minutesOf(slots);
    return slots.hour && isMinute(minutes) ? clockOf(slots.hour, minutes, slots.half_said) : 0;
  };

const hourBefore = (hour: number): number => (hour === 1 ? 12 : (hour + 23) % 24);

/** "Quarter to nine". A quarter to 12 pm is in the morning. */
export const to =
  (fixed?: number): Build<Clock> =>
  (slots) => {
    const { hour, half_said: half } = slots;
    const minutes = fixed ?? minutesOf(slots);
    if (!hour || !isMinute(minutes)) return undefined;
    const halfBefore = hour.hour === 12 && half ? OTHER_HALF[half] : half;
    return clockOf({ ...hour, hour: hourBefore(hour.hour) }, 60 - minutes, halfBefore);
  };
