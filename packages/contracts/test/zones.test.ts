import { describe, expect, test } from "@jest/globals";
import { ChatRequest, DueTime, TaskDraft, TimeZone, WhenRequest } from "../src/index.ts";

const faults = (
  schema: {
    safeParse: (input: unknown) => {
      error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
    };
  },
  input: unknown,
) =>
  (schema.safeParse(input).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

describe("a time zone in a request", () => {
  test.each([
    ["Europe/Rome", "Europe/Rome"],
    ["eUrOpE/rOmE", "Europe/Rome"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["us/pacific", "America/Los_Angeles"],
    ["GMT", "UTC"],
    ["etc/gmt-14", "Etc/GMT-14"],
  ])("%s is kept as %s", (said, kept) => {
    expect(TimeZone.parse(said)).toBe(kept);
  });

  test("a distance from UTC is refused, and the way out is said", () => {
    expect(faults(TimeZone, "+02:00")).toEqual([
      ": a distance from UTC, not an IANA time zone: give a name like Europe/Rome, or Etc/GMT-2 for always +02:00",
    ]);
    expect(faults(TimeZone, "+05:30")).toEqual([
      ": a distance from UTC, not an IANA time zone: give a name like Europe/Rome",
    ]);
  });

  test.each(["", "Mars/Olympus", "PST", "Europe/Rome\n", "Etc/Unknown", "x".repeat(65), "\ud800"])(
    "%j is refused",
    (name) => {
      expect(TimeZone.safeParse(name).success).toBe(false);
    },
  );

  test("it is refused alike wherever a request names one", () => {
    const timezone = "+02:00";
    expect(
      faults(TaskDraft, { title: "x", due: { local: "2026-12-03T08:00", timezone } })[0],
    ).toMatch(/^due\.timezone: /);
    expect(faults(ChatRequest, { message: "x", timezone })[0]).toMatch(/^timezone: /);
    expect(faults(WhenRequest, { text: "x", timezone })[0]).toMatch(/^timezone: /);
  });
});

describe("a time zone as it was kept before", () => {
  test.each([
    ["eUrOpE/rOmE", "Europe/Rome"],
    ["+02:00", "Etc/GMT-2"],
    ["-0330", "-0330"],
    ["+00:00", "UTC"],
    ["PST", "America/Los_Angeles"],
    ["Mars/Olympus", "UTC"],
  ])("%s is %s", (kept, read) => {
    const due = { local: "2026-12-03T08:00:00", timezone: kept, at: "2026-12-03T07:00:00.000Z" };
    expect(DueTime.parse(due).timezone).toBe(read);
  });
});
