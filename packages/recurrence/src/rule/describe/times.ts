import { countsInDays } from "../rule.ts";
import type { Plan } from "../plan.ts";
import { listOf } from "./lists.ts";
import type { RuleWords } from "./rule-words.ts";

const MOST_TIMES = 6;

const two = (value: number): string => String(value).padStart(2, "0");

const clock = (hour: number, minute: number, second: number): string =>
  `${two(hour)}:${two(minute)}${second === 0 ? "" : `:${two(second)}`}`;

/** "at 08:00", "during the hours 9 to 17", "in minutes 0 and 30": the times of day of a rule. */
export function timePhrase(plan: Plan, words: RuleWords): string {
  if (!countsInDays(plan.FREQ)) return limits(plan, words);
  const { BYHOUR, BYMINUTE, BYSECOND } = plan;
  if (BYHOUR.length * BYMINUTE.length * BYSECOND.length > MOST_TIMES)
    return `${partsOfHour(plan, words)}, ${named(BYHOUR, words, "duringHours")}`;
  const times = BYHOUR.flatMap((hour) =>
    BYMINUTE.flatMap((minute) => BYSECOND.map((second) => clock(hour, minute, second))),
  );
  return `${words.at} ${listOf(times, words.and)}`;
}

/** "9", "9 to 17", "9, 12 and 15": a row of three or more in short. */
function inShort(numbers: readonly number[], { to, and }: RuleWords): string {
  const first = numbers[0] ?? 0;
  const row = numbers.length > 2 && numbers.every((number, index) => number === first + index);
  return row ? `${first} ${to} ${numbers.at(-1) ?? first}` : listOf(numbers.map(String), and);
}

type Unit = "duringHours" | "atMinutes" | "inMinutes" | "atSeconds" | "seconds";

const named = (numbers: readonly number[], words: RuleWords, unit: Unit): string =>
  words[unit](inShort(numbers, words), numbers.length > 1);

function partsOfHour({ BYMINUTE, BYSECOND }: Plan, words: RuleWords): string {
  const minutes = named(BYMINUTE, words, "atMinutes");
  return BYSECOND.join() === "0" ? minutes : `${minutes}, ${named(BYSECOND, words, "seconds")}`;
}

/** What of a rule that goes by hours, minutes or seconds is left out, or happens more than once. */
function limits(plan: Plan, words: RuleWords): string {
  const { FREQ, BYHOUR, BYMINUTE, BYSECOND } = plan;
  const isHourly = FREQ === "HOURLY";
  const said = [
    isHourly ? partsOfHour(plan, words) : "",
    !isHourly && BYMINUTE.length < 60 ? named(BYMINUTE, words, "inMinutes") : "",
    !isHourly && BYSECOND.length < 60 && BYSECOND.join() !== "0"
      ? named(BYSECOND, words, "atSeconds")
      : "",
    BYHOUR.length < 24 ? named(BYHOUR, words, "duringHours") : "",
  ];
  return said.filter((part) => part !== "").join(", ");
}
