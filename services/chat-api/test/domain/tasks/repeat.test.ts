import { expect, test } from "@jest/globals";
import type { Repeat } from "@todo-mesh/contracts";
import { beginOf, occurrences } from "@todo-mesh/recurrence";
import { someMoments, someSeries } from "@todo-mesh/recurrence/testing";
import { check, property } from "fast-check";
import { resolveRepeat } from "../../../src/domain/tasks/repeat.ts";

test("the first date of a series is not before now, and the first that is not", () => {
  const outcome = check(
    property(someSeries, someMoments, (repeat, now) => {
      const first = resolveRepeat(repeat, now);
      if (first.kind !== "repeat") return true;
      const at = beginOf(first.due);
      const between = occurrences(repeat, { after: now, before: new Date(at), count: 1 });
      return Date.parse(at) >= now.getTime() && "length" in between && between.length === 0;
    }),
    { numRuns: 300 },
  );
  expect(outcome).toMatchObject({ failed: false, counterexample: null });
});

test("a date at this very moment is not before now", () => {
  const repeat = { rule: "FREQ=DAILY", start: "2026-11-22T10:00:00", timezone: "UTC" };
  const at = (now: string) => {
    const first = resolveRepeat({ ...repeat, from: "schedule" }, new Date(now));
    return first.kind === "repeat" && beginOf(first.due);
  };
  expect(at("2026-11-22T10:00:00.000Z")).toBe("2026-11-22T10:00:00.000Z");
  expect(at("2026-11-22T10:00:00.001Z")).toBe("2026-11-23T10:00:00.000Z");
});

const kind = (rule: string, from: Repeat["from"] = "schedule") =>
  resolveRepeat(
    { rule, start: "2026-11-22T10:00:00", timezone: "UTC", from },
    new Date("2026-11-22T10:00:00Z"),
  ).kind;

test("a series may come as often as once a minute, and more often only for a while", () => {
  expect(kind("FREQ=MINUTELY")).toBe("repeat");
  expect(kind("FREQ=SECONDLY;INTERVAL=3;COUNT=3")).toBe("repeat");
  expect(kind("FREQ=SECONDLY;COUNT=60")).toBe("repeat");
  expect(kind("FREQ=SECONDLY;COUNT=61")).toBe("invalid");
  expect(kind("FREQ=DAILY;BYHOUR=9;BYMINUTE=0,1;BYSECOND=0,1,2")).toBe("repeat");
  expect(kind("FREQ=SECONDLY;BYHOUR=23;BYMINUTE=59")).toBe("repeat");
  expect(kind("FREQ=SECONDLY;BYHOUR=23;BYMINUTE=58,59")).toBe("invalid");
  expect(kind("FREQ=SECONDLY", "completion")).toBe("repeat");
});
