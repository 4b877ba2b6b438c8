import { describe, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { anEventDoor, deliver, keyed } from "./event-door.ts";

const HOUR_MS = 3_600_000;

describe("an event that meets an error", () => {
  test.each([
    ["unavailable", "RETRY"],
    ["conflict", "RETRY"],
    ["too-many", "RETRY"],
    ["invalid", "DROP"],
    ["not-found", "DROP"],
    ["forbidden", "DROP"],
  ] as const)("of kind %s is answered %s, for as long as it takes", async (kind, verdict) => {
    const { door, failures, clock } = anEventDoor();
    failures.set(1, new AppError(kind, "as the test says"));
    expect(await deliver(door, keyed(1))).toEqual([verdict]);
    clock.nowMs = HOUR_MS;
    expect(await deliver(door, keyed(1))).toEqual([verdict]);
  });

  test("that is a bug is tried again for 30 s, and then goes to the dead letters", async () => {
    const { door, failures, clock } = anEventDoor();
    failures.set(1, new TypeError("oh"));
    for (clock.nowMs = 0; clock.nowMs < 30_000; clock.nowMs += 10_000)
      expect(await deliver(door, keyed(1), keyed(2))).toEqual(["RETRY", "RETRY"]);
    expect(await deliver(door, keyed(1), keyed(2))).toEqual(["DROP", "SUCCESS"]);
  });

  test("that is a bug, and then is mended, has its 30 s again the next time", async () => {
    const { door, failures, clock } = anEventDoor();
    failures.set(1, new TypeError("oh"));
    expect(await deliver(door, keyed(1))).toEqual(["RETRY"]);
    failures.clear();
    clock.nowMs = 10_000;
    expect(await deliver(door, keyed(1))).toEqual(["SUCCESS"]);
    failures.set(1, new TypeError("oh"));
    clock.nowMs = 40_000;
    expect(await deliver(door, keyed(1))).toEqual(["RETRY"]);
  });
});
