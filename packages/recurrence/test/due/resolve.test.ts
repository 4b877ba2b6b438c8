import { expect, test } from "@jest/globals";
import { resolveDue } from "../../src/index.ts";

type DueInput = Parameters<typeof resolveDue>[0];

test.each<[string, DueInput, string, string]>([
  [
    "a wall time in a zone",
    { local: "2026-12-03T08:00", timezone: "Europe/Rome" },
    "2026-12-03T08:00:00",
    "2026-12-03T07:00:00.000Z",
  ],
  [
    "a wall time without a zone",
    { local: "2026-12-03T08:00:05.5" },
    "2026-12-03T08:00:05.5",
    "2026-12-03T08:00:05.500Z",
  ],
  [
    "an instant",
    { at: "2026-12-03T08:00:00.123456+01:00", timezone: "Asia/Kathmandu" },
    "2026-12-03T12:45:00.123",
    "2026-12-03T07:00:00.123Z",
  ],
  [
    "a time that is skipped",
    { local: "2026-03-29T02:30", timezone: "Europe/Rome" },
    "2026-03-29T02:30:00",
    "2026-03-29T01:30:00.000Z",
  ],
  [
    "a time that comes twice",
    { local: "2026-10-25T02:30", timezone: "Europe/Rome" },
    "2026-10-25T02:30:00",
    "2026-10-25T00:30:00.000Z",
  ],
  [
    "the second of two, as an instant",
    { at: "2026-10-25T01:30:00Z", timezone: "Europe/Rome" },
    "2026-10-25T02:30:00",
    "2026-10-25T01:30:00.000Z",
  ],
  [
    "a day that a zone skipped whole",
    { local: "2011-12-30T12:00", timezone: "Pacific/Apia" },
    "2011-12-30T12:00:00",
    "2011-12-30T22:00:00.000Z",
  ],
  [
    "the last moment there is",
    { local: "9997-12-31T23:59:59.999" },
    "9997-12-31T23:59:59.999",
    "9997-12-31T23:59:59.999Z",
  ],
  [
    "a zone in small letters",
    { local: "2026-12-03T08:00", timezone: "europe/rome" },
    "2026-12-03T08:00:00",
    "2026-12-03T07:00:00.000Z",
  ],
])("the instant of %s", (_name, input, local, at) => {
  expect(resolveDue(input)).toMatchObject({ kind: "due", due: { local, at } });
});

test.each<[string, DueInput, string]>([
  ["a day that is in no calendar", { local: "2026-02-29T08:00" }, "local"],
  ["an hour that is on no clock", { local: "2026-02-28T24:01" }, "local"],
  ["the year 0", { local: "0000-01-01T08:00" }, "local"],
  ["a time before 1970", { at: "1969-12-31T23:59:59Z" }, "at"],
  [
    "a time that is after 9997 in UTC",
    { local: "9997-12-31T23:59", timezone: "America/New_York" },
    "local",
  ],
  ["a time after 9997", { at: "9998-01-01T00:00:00Z", timezone: "Asia/Tokyo" }, "at"],
  ["a day after which there is none", { date: "9999-12-31" }, "date"],
  ["a zone that is none", { local: "2026-12-03T08:00", timezone: "Mars/Olympus" }, "timezone"],
])("%s is refused, and the field is named", (_name, input, field) => {
  expect(resolveDue(input)).toMatchObject({ kind: "invalid", field });
});
