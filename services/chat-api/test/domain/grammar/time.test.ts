import { describe, expect, test } from "@jest/globals";
import { assert, constantFrom, date, integer, oneof, property, tuple } from "fast-check";
import { readPhrase, understandTime } from "../../../src/domain/grammar/time.ts";
import { NOW } from "../../a-task.ts";

const ROME = "Europe/Rome";
const at = (phrase: string, now = NOW, zone = ROME) => {
  const reading = readPhrase(phrase, now, zone);
  return reading?.kind === "instant" ? reading.due.at : reading?.why;
};

test.each([
  ["in 10 seconds", "2026-11-22T10:15:30.250Z"],
  ["in 10 minutes", "2026-11-22T10:25:20.250Z"],
  ["in 5 min", "2026-11-22T10:20:20.250Z"],
  ["in 90 mins", "2026-11-22T11:45:20.250Z"],
  ["in 3 hours", "2026-11-22T13:15:20.250Z"],
  ["in an hour", "2026-11-22T11:15:20.250Z"],
  ["in half an hour", "2026-11-22T10:45:20.250Z"],
  ["in 2 weeks", "2026-12-06T10:15:20.250Z"],
  ["at 18:30", "2026-11-22T17:30:00.000Z"],
  ["18:30:15", "2026-11-22T17:30:15.000Z"],
  ["at 6pm", "2026-11-22T17:00:00.000Z"],
  ["at 6.15 p.m.", "2026-11-22T17:15:00.000Z"],
  ["at 12am", "2026-11-22T23:00:00.000Z"],
  ["at 12 pm", "2026-11-22T11:00:00.000Z"],
  ["at noon", "2026-11-22T11:00:00.000Z"],
  ["at 12", "2026-11-22T11:00:00.000Z"],
  ["tomorrow at 9", "2026-11-23T08:00:00.000Z"],
  ["at 9 tomorrow", "2026-11-23T08:00:00.000Z"],
  ["tomorrow 18:30", "2026-11-23T17:30:00.000Z"],
  ["today at 20:00", "2026-11-22T19:00:00.000Z"],
  ["on 2026-12-03 at 08:00", "2026-12-03T07:00:00.000Z"],
  ["2026-12-03 08:00", "2026-12-03T07:00:00.000Z"],
  ["on friday at 9", "2026-11-27T08:00:00.000Z"],
  ["sunday at 18:00", "2026-11-22T17:00:00.000Z"],
])("on Sunday 22 November 2026 at 11:15:20 in Rome %p is %s", (phrase, instant) =>
  expect(at(phrase)).toBe(instant),
);

test.each([
  ["at 9", "2026-11-23T08:00:00.000Z"],
  ["sunday at 9", "2026-11-29T08:00:00.000Z"],
])("%p is past today and becomes the next one, which is said", (phrase, instant) => {
  const reading = readPhrase(phrase, NOW, ROME);
  expect(reading).toMatchObject({ kind: "instant", rolled: true, due: { at: instant } });
});

test.each([
  ["today at 9", "past"],
  ["on 2026-11-21 at 23:59", "past"],
  ["tomorrow", "no-clock"],
  ["on 2026-12-03", "no-clock"],
  ["at 24:00", "impossible"],
  ["at 7:61", "impossible"],
  ["at 0am", "impossible"],
  ["on 2026-02-29 at 9", "impossible"],
  ["in 99999999 weeks", "impossible"],
  ["in 2-3 hours", "impossible"],
])("%p is no time: %s", (phrase, why) => expect(at(phrase)).toBe(why));

test.each(["9", "noon", "room 9", "1.10", "in time", "in 5", "in 5 constructor", "at", "", "on"])(
  "%p is not about time at all",
  (phrase) => expect(readPhrase(phrase, NOW, ROME)).toBeUndefined(),
);

describe("when the clocks change", () => {
  test("a time that is skipped moves forward by the gap, and keeps how it was said", () => {
    const evening = new Date("2026-03-28T20:00:00Z");
    expect(readPhrase("tomorrow at 2:30", evening, ROME)).toMatchObject({
      due: { local: "2026-03-29T02:30:00", at: "2026-03-29T01:30:00.000Z" },
    });
  });

  test("a time that comes twice is its first", () => {
    const evening = new Date("2026-10-24T20:00:00Z");
    expect(at("tomorrow at 2:30", evening)).toBe("2026-10-25T00:30:00.000Z");
  });

  test("days keep the wall time, hours are counted on the clock", () => {
    const evening = new Date("2026-03-28T20:00:00Z");
    expect(at("in 1 day", evening)).toBe("2026-03-29T19:00:00.000Z");
    expect(at("in 24 hours", evening)).toBe("2026-03-29T20:00:00.000Z");
  });
});

describe("finding the phrase in a sentence", () => {
  test.each([
    ["call mum at 18:30", "call mum", "at 18:30"],
    ["tomorrow at 9 call mum", "call mum", "tomorrow at 9"],
    ["call mum on 2026-12-03 at 08:00", "call mum", "on 2026-12-03 at 08:00"],
  ])("%p leaves %p", (text, rest, phrase) => {
    expect(understandTime(text, NOW, ROME)).toMatchObject({ rest, phrase });
  });

  test("a sentence without one has none", () => {
    expect(understandTime("buy 2 tickets to Room 9", NOW, ROME)).toBeUndefined();
  });

  test("a time it reads always lies ahead, in any zone", () => {
    const zones = [
      "UTC",
      ROME,
      "America/New_York",
      "Asia/Kathmandu",
      "Pacific/Apia",
      "Australia/Lord_Howe",
    ];
    const phrase = oneof(
      integer({ min: 0, max: 23 }).map((hour) => `at ${hour}`),
      tuple(integer({ min: 1, max: 12 }), constantFrom("am", "pm")).map((t) => t.join("")),
      integer({ min: 1, max: 5_000 }).map((n) => `in ${n} minutes`),
      constantFrom("tomorrow at 0:00", "friday at 23:59", "monday at noon"),
    );
    const now = date({
      min: new Date("1990-01-01"),
      max: new Date("2090-01-01"),
      noInvalidDate: true,
    });
    assert(
      property(phrase, now, constantFrom(...zones), (text, moment, zone) => {
        expect(Date.parse(at(text, moment, zone) ?? "")).toBeGreaterThan(moment.getTime());
      }),
      { numRuns: 200 },
    );
  });
});
