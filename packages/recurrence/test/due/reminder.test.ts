import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { momentFrom, toInstant, toLocal } from "../../src/index.ts";

const rome = (at: string) => ({ at: new Date(at), timezone: "Europe/Rome" });

test.each<[string, Parameters<typeof momentFrom>[1], string]>([
  ["ten minutes before", { minutes: -10 }, "2026-12-03T07:50:00"],
  ["two hours after", { minutes: 120 }, "2026-12-03T10:00:00"],
  ["the day before, at the same time", { days: -1 }, "2026-12-02T08:00:00"],
  ["the evening before", { days: -1, time: "19:00" }, "2026-12-02T19:00:00"],
  ["a year later", { days: 366 }, "2027-12-04T08:00:00"],
])("%s", (_name, offset, local) => {
  expect(momentFrom(rome("2026-12-03T07:00:00Z"), offset).local).toBe(local);
});

test("calendar days keep the time of day over a change of the clocks, minutes are exact", () => {
  const sunday = rome("2026-03-29T10:00:00Z");
  expect(momentFrom(sunday, { days: -1 }).local).toBe("2026-03-28T12:00:00");
  expect(momentFrom(sunday, { minutes: -1_440 }).local).toBe("2026-03-28T11:00:00");
});

test("a time in a gap moves forward by the gap, one in a fold is the first", () => {
  const before = rome("2026-03-30T10:00:00Z");
  expect(momentFrom(before, { days: -1, time: "02:30" }).local).toBe("2026-03-29T03:30:00");
  const after = rome("2026-10-24T10:00:00Z");
  expect(momentFrom(after, { days: 1, time: "02:30" }).at.toISOString()).toBe(
    "2026-10-25T00:30:00.000Z",
  );
});

const AnyDue = fc.record({
  at: fc.date({
    min: new Date("1970-02-01T00:00:00Z"),
    max: new Date("2100-01-01T00:00:00Z"),
    noInvalidDate: true,
  }),
  timezone: fc.constantFrom(
    "UTC",
    "Europe/Rome",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Monrovia",
    "Pacific/Apia",
    "Asia/Kathmandu",
  ),
});

test("no offset comes early by a millisecond, whatever the due time and its zone", () => {
  const wanted = fc.property(
    AnyDue,
    fc.integer({ min: -400, max: 400 }),
    fc.integer({ min: -20, max: 20 }),
    (due, minutes, days) => {
      expect(momentFrom(due, { days: 0 }).at).toEqual(due.at);
      expect(momentFrom(due, { minutes }).at.getTime()).toBe(due.at.getTime() + minutes * 60_000);
      const { at } = momentFrom(due, { days });
      const [day, clock] = [
        Date.parse(`${toLocal(due.at, due.timezone)}Z`),
        due.at.getTime() % 1_000,
      ];
      const wall = new Date(day + days * 86_400_000).toISOString().slice(0, 19);
      expect(at.getTime()).toBeGreaterThanOrEqual(
        toInstant(wall, due.timezone).getTime() + (days === 0 ? 0 : clock),
      );
      expect(at.getTime() % 1_000).toBe(clock);
    },
  );
  expect(() => fc.assert(wanted, { numRuns: 2_000 })).not.toThrow();
});

test("no days from a due time that is the second of two is that time itself, not an hour before it", () => {
  const second = rome("2026-10-25T01:30:00.250Z");
  expect(momentFrom(second, { days: 0 }).at).toEqual(second.at);
});
