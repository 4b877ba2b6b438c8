import { expect, test } from "@jest/globals";
import { momentFrom } from "../../src/index.ts";

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
