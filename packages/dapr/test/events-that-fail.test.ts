import { describe, expect, test } from "@jest/globals";
import { eventRouter, on } from "@todo-mesh/dapr";
import { createMetrics } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import { AppError } from "@todo-mesh/ports";
import express from "express";
import { anEventDoor, deliver, keyed, Noted } from "./event-door.ts";

const HUNDRED = Array.from({ length: 100 }, (_, at) => at + 1);
const bug = new TypeError("oh");
/** A hundred events of fifty people, two of each. */
const ofManyPeople = () => HUNDRED.map((n) => keyed(n, `person-${n % 50}`));

describe("an event that fails by its own fault", () => {
  test.each(["invalid", "not-found", "forbidden", "too-large", "stale"] as const)(
    "with %s is refused at once",
    async (kind) => {
      const { door, failures, calls, letters } = anEventDoor();
      failures.set(1, new AppError(kind, "as the test says"));
      expect(await deliver(door, keyed(1))).toEqual(["DROP"]);
      expect(calls).toEqual([[1]]);
      expect(letters).toMatchObject([{ kind, reason: "as the test says", key: "a" }]);
    },
  );

  test("with a bug is tried again at once, from its own place, and then refused", async () => {
    const { door, failures, calls } = anEventDoor();
    failures.set(1, bug);
    expect(await deliver(door, keyed(1), keyed(2))).toEqual(["DROP", "SUCCESS"]);
    expect(calls).toEqual([[1, 2], [1], [1], [1], [2]]);
  });

  test("that succeeds at the second try is done", async () => {
    const { door, failures, calls, seen } = anEventDoor();
    failures.set(1, bug);
    const push = calls.push.bind(calls);
    calls.push = (...numbers) => {
      if (calls.length === 1) failures.clear();
      return push(...numbers);
    };
    expect(await deliver(door, keyed(1))).toEqual(["SUCCESS"]);
    expect(seen).toEqual([1]);
  });

  test("holds up none of a hundred: all others are done in the same delivery, in order", async () => {
    const { door, failures, seen, clock } = anEventDoor();
    failures.set(42, bug);
    const verdicts = await deliver(door, ...ofManyPeople());
    expect(verdicts.map((verdict, at) => [at + 1, verdict])).toEqual(
      HUNDRED.map((n) => [n, n === 42 ? "DROP" : "SUCCESS"]),
    );
    expect(seen).toEqual(HUNDRED.filter((n) => n !== 42));
    expect(clock.nowMs).toBe(0);
  });

  test("costs a hundred others a few calls, and not one each", async () => {
    const { door, failures, calls } = anEventDoor();
    failures.set(42, bug);
    await deliver(door, ...ofManyPeople());
    expect(calls.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(100)) + 2);
  });

  test("keeps its person out of the batches of others for a minute", async () => {
    const { door, failures, calls, clock } = anEventDoor();
    failures.set(1, bug);
    await deliver(door, keyed(1, "bad"), keyed(2, "good"));
    failures.set(3, bug);
    calls.length = 0;
    await deliver(door, keyed(3, "bad"), keyed(4, "good"), keyed(5, "bad"), keyed(6, "good"));
    expect(calls).toEqual([[4, 6], [3], [3], [3], [5]]);

    clock.nowMs = 60_000;
    calls.length = 0;
    await deliver(door, keyed(7, "bad"), keyed(8, "good"));
    expect(calls).toEqual([[7, 8]]);
  });
});

test("an event of a person who is kept out of batches has its three tries as well", async () => {
  const { door, failures, calls, seen } = anEventDoor();
  failures.set(1, bug);
  await deliver(door, keyed(1));
  failures.set(2, bug);
  calls.length = 0;
  const push = calls.push.bind(calls);
  calls.push = (...numbers) => {
    if (calls.length === 2) failures.clear();
    return push(...numbers);
  };
  expect(await deliver(door, keyed(2))).toEqual(["SUCCESS"]);
  expect(seen).toEqual([2]);
});

describe("what becomes of refused events", () => {
  test("is told, with what was sent", async () => {
    const { door, failures, refused } = anEventDoor();
    failures.set(1, bug);
    await deliver(door, keyed(1), [{ hello: "world" }, "b"], keyed(2));
    expect(refused).toMatchObject([
      { topic: "t.events", kind: "invalid", value: { hello: "world" } },
      { topic: "t.events", kind: "bug", reason: "oh", value: { id: "id-1", data: { n: 1 } } },
    ]);
  });

  test("is counted by topic and kind of error", async () => {
    const metrics = createMetrics({ service: "test" });
    const refuse = on(Noted, async ({ data }) => {
      if (data.n === 1) throw bug;
    });
    const edge = { pubsub: "p", log: quietLogger(), deadLetters: async () => undefined, metrics };
    const door = express().use(eventRouter({ ...edge, subscriptions: [refuse] }));
    await deliver(door, keyed(1), [{ hello: "world" }, "b"], keyed(2));
    const counted = await metrics.registry.getSingleMetricAsString("dead_letters_total");
    expect(counted).toContain('topic="t.events",kind="bug",service="test"} 1');
    expect(counted).toContain('topic="t.events",kind="invalid",service="test"} 1');
  });

  test.each([
    ["because something is away, the event comes again", false, "RETRY"],
    ["by a fault of its own, the event is kept all the same", true, "DROP"],
  ])("when nobody can be told %s", async (_what, isWell, verdict) => {
    const refuse = on(Noted, async () => {
      throw bug;
    });
    const edge = {
      pubsub: "p",
      log: quietLogger(),
      deadLetters: async () => undefined,
      isWell: async () => isWell,
      onRefused: async () => {
        throw new AppError("unavailable", "no store");
      },
    };
    const door = express().use(eventRouter({ ...edge, subscriptions: [refuse] }));
    expect(await deliver(door, keyed(1))).toEqual([verdict]);
  });
});
