import { countsInDays } from "../rule.ts";
import type { Plan } from "../plan.ts";
import { listOf } from "./words.ts";

const MOST_TIMES = 6;

const two = (value: number): string => String(value).padStart(2, "0");

const clock = (hour: number, minute: number, second: number): string =>
  `${two(hour)}:${two(minute)}${second === 0 ? "" : `:${two(second)}`}`;

/** "at 08:00", "during the hours 9 to 17", "in minutes 0 and 30": the times of day of a rule. */
export function timePhrase(plan: Plan): string {
  if (!countsInDays(plan.FREQ)) return limits(plan);
  const { BYHOUR, BYMINUTE, BYSECOND } = plan;
  if (BYHOUR.length * BYMINUTE.length * BYSECOND.length > MOST_TIMES)
    return `at ${partsOfHour(plan)}, during ${hours(plan)}`;
  const times = BYHOUR.flatMap((hour) =>
    BYMINUTE.flatMap((minute) => BYSECOND.map((second) => clock(hour, minute, second))),
  );
  return `at ${listOf(times)}`;
}

/** "9", "9 to 17", "9, 12 and 15": a row of three or more in short. */
function inShort(numbers: readonly number[]): string {
  const first = numbers[0] ?? 0;
  const row = numbers.length > 2 && numbers.every((number, index) => number === first + index);
  return row ? `${first} to ${numbers.at(-1) ?? first}` : listOf(numbers.map(String));
}

const hours = ({ BYHOUR }: Plan): string =>
  `${BYHOUR.length === 1 ? "hour" : "the hours"} ${inShort(BYHOUR)}`;

const counted = (unit: string, numbers: readonly number[]): string =>
  `${unit}${numbers.length === 1 ? "" : "s"} ${inShort(numbers)}`;

function partsOfHour({ BYMINUTE, BYSECOND }: Plan): string {
  const minutes = counted("minute", BYMINUTE);
  return BYSECOND.join() === "0" ? minutes : `${minutes}, ${counted("second", BYSECOND)}`;
}

/** What of a rule that goes by hours, minutes or seconds is left out, or happens more than once. */
function limits(plan: Plan): string {
  const { FREQ, BYHOUR, BYMINUTE, BYSECOND } = plan;
  const said = [
    FREQ === "HOURLY" ? `at ${partsOfHour(plan)}` : "",
    FREQ !== "HOURLY" && BYMINUTE.length < 60 ? `in ${counted("minute", BYMINUTE)}` : "",
    FREQ !== "HOURLY" && BYSECOND.length < 60 && BYSECOND.join() !== "0"
      ? `at ${counted("second", BYSECOND)}`
      : "",
    BYHOUR.length < 24 ? `during ${hours(plan)}` : "",
  ];
  return said.filter((part) => part !== "").join(", ");
}
