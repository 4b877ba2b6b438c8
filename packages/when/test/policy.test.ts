import { describe, expect, test } from "@jest/globals";
import { resolve } from "../src/index.ts";
import { tell } from "./tell.ts";

const TODAY = "2026-11-24";
const TOMORROW = "2026-11-25";

/** What "at …" means on a Tuesday at that time of day: "18" today, "+6" tomorrow, "18|+6" asked. */
function said(text: string, clock: string): string {
  const now = new Date(`${TODAY}T${clock}:00Z`);
  const told = tell(resolve(text, { now, timezone: "UTC" }), "UTC");
  return told
    .replace(/^\? half_of_day: /, "")
    .replaceAll(`${TODAY} `, "")
    .replaceAll(`${TOMORROW} `, "+")
    .replaceAll(/:00/g, "")
    .replaceAll(/\b0(?=\d)/g, "")
    .replaceAll(" | ", "|");
}

const HOURS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

// The table of docs/decisions/0009-when.md.
describe.each([
  ["01:00", "13 2 3 4|16 5|17 6|18 7 8 9 10 11 12"],
  ["03:30", "13 14 15 4 5 6|18 7 8 9 10 11 12"],
  ["07:30", "13 14 15 16 17 18|+6 19|+7 8 9 10 11 12"],
  ["11:00", "13 14 15 16 17 18|+6 19|+7 20|+8 21|+9 22|+10 23|+11 12"],
  ["13:00", "+1|+13 14 15 16 17 18|+6 19|+7 20|+8 21|+9 22|+10 23|+11 +0|+12"],
  ["17:15", "+1|+13 +2|+14 +3|+15 +4|+16 +5|+17 18 19 20|+8 21|+9 22|+10 23|+11 +0|+12"],
  ["22:30", "+1|+13 +2|+14 +3|+15 +4|+16 +5|+17 +6|+18 +7 +8 +9 +10 23 +0"],
])("at %s, with no day said", (clock, meanings) => {
  test.each(HOURS.map((hour, n) => [hour, meanings.split(" ")[n]]))(
    "“at %s” means %s",
    (hour, meaning) => {
      expect(said(`at ${hour}`, clock)).toBe(meaning);
    },
  );
});

test("with a day said, 1 to 5 and 12 are in the afternoon, 7 to 11 in the morning, and 6 is asked", () => {
  const meanings = HOURS.map((hour) => said(`tomorrow at ${hour}`, "13:00"));
  expect(meanings.join(" ")).toBe("+13 +14 +15 +16 +17 +6|+18 +7 +8 +9 +10 +11 +12");
});

test("of today's two hours the one that is still ahead is meant", () => {
  const meanings = HOURS.map((hour) => said(`today at ${hour}`, "12:30"));
  expect(meanings.join(" ")).toBe("13 14 15 16 17 18 19 20 21 22 23 12 past");
});

test("on a 24-hour clock an hour is meant as it is written", () => {
  const now = new Date(`${TODAY}T13:00:00Z`);
  const context = { now, timezone: "UTC", preferences: { hour_cycle: 24 } } as const;
  const meanings = HOURS.map((hour) => tell(resolve(`at ${hour}`, context), "UTC"));
  expect(meanings).toEqual(HOURS.map((hour) => `${TOMORROW} ${hour.padStart(2, "0")}:00`));
});

// "Next Friday", on each day of a week.
test.each([
  ["Monday", "2026-11-23", "? this_or_next: 2026-11-27 | 2026-12-04"],
  ["Thursday", "2026-11-26", "? this_or_next: 2026-11-27 | 2026-12-04"],
  ["Friday", "2026-11-27", "2026-12-04"],
  ["Saturday", "2026-11-28", "2026-12-04"],
  ["Sunday", "2026-11-29", "2026-12-04"],
])("“next Friday”, said on a %s", (_, today, meaning) => {
  const now = new Date(`${today}T12:00:00Z`);
  expect(tell(resolve("next Friday", { now, timezone: "UTC" }), "UTC")).toBe(meaning);
});

test("a candidate has its own reading and title", () => {
  const now = new Date(`${TODAY}T12:00:00Z`);
  expect(resolve("call Ann at 6", { now, timezone: "UTC" })).toMatchObject({
    kind: "ambiguous",
    why: "half_of_day",
    phrase: "at 6",
    title: "call Ann",
    candidates: [
      { kind: "instant", title: "call Ann", reading: "Tuesday 24 November 2026, 18:00, UTC" },
      { kind: "instant", title: "call Ann", reading: "Wednesday 25 November 2026, 06:00, UTC" },
    ],
  });
});

test("of two dates each candidate leaves the other in its title", () => {
  const now = new Date(`${TODAY}T12:00:00Z`);
  const meaning = resolve("ask on Thursday about the party on Saturday", { now, timezone: "UTC" });
  expect(meaning).toMatchObject({
    kind: "ambiguous",
    title: "ask about the party",
    candidates: [
      { date: "2026-11-26", title: "ask about the party on Saturday" },
      { date: "2026-11-28", title: "ask on Thursday about the party" },
    ],
  });
});

// Mother's Day is on two days in the countries where English is spoken.
test.each([
  ["GB", "2027-03-07"],
  ["US", "2027-05-09"],
  [undefined, "? which_day: 2027-03-07 | 2027-05-09"],
])("“on Mother's Day”, where holidays are those of %s", (country, meaning) => {
  const now = new Date(`${TODAY}T12:00:00Z`);
  const context = { now, timezone: "UTC", preferences: { country } };
  expect(tell(resolve("on Mother's Day", context), "UTC")).toBe(meaning);
});
