import { describe, expect, test } from "@jest/globals";
import { eventRouter, on, onBatch } from "@todo-mesh/dapr";
import { quietLogger } from "@todo-mesh/kit/testing";
import { AppError } from "@todo-mesh/ports";
import express from "express";
import { anEventDoor, deliver, event, keyed, Noted, Struck } from "./event-door.ts";

const away = new AppError("unavailable", "no store");

describe("events in bulk", () => {
  test("are handed over together, in order, whatever their kinds", async () => {
    const { door, calls } = anEventDoor();
    const struck = keyed(2, "b", { type: Struck.type });
    expect(await deliver(door, keyed(1), struck, keyed(3))).toEqual([
      "SUCCESS",
      "SUCCESS",
      "SUCCESS",
    ]);
    expect(calls).toEqual([[1, 2, 3]]);
  });

  test("of kinds nobody asked for are taken as done", async () => {
    const { door, seen } = anEventDoor();
    const newer = keyed(1, "a", { type: "t.new.v9" });
    expect(await deliver(door, newer, keyed(2))).toEqual(["SUCCESS", "SUCCESS"]);
    expect(seen).toEqual([2]);
  });

  test.each([
    ["no envelope", { hello: "world" }],
    ["null", null],
    ["text", "text"],
    ["an envelope without id", event(1, { id: undefined })],
    ["an envelope of another version", event(1, { specversion: "0.3" })],
    ["data that break their contract", event(1, { data: { n: "one" } })],
    ["no data", event(1, { data: undefined })],
  ])("with %s are dropped, and do not hold up the others", async (_what, broken) => {
    const { door, seen, log } = anEventDoor();
    expect(await deliver(door, [broken, "a"], keyed(2))).toEqual(["DROP", "SUCCESS"]);
    expect(seen).toEqual([2]);
    expect(log.lines).toMatchObject([{ level: "warn" }]);
  });

  test("with attributes written otherwise, or unknown ones, are taken all the same", async () => {
    const attributes = { time: "2026-11-22T10:00:00+01:00", traceparent: "", comexampleextra: 1 };
    expect(await deliver(anEventDoor().door, keyed(1, "a", attributes))).toEqual(["SUCCESS"]);
  });
});

describe("when events must come again", () => {
  test("everything stops, so that nothing overtakes anything, and the store is not asked for each", async () => {
    const { door, failures, calls, mesh } = anEventDoor();
    mesh.isWell = false;
    failures.set(2, away);
    const entries = [1, 2, 3].map((n) => keyed(n, String(n)));
    expect(await deliver(door, ...entries)).toEqual(["RETRY", "RETRY", "RETRY"]);
    expect(calls).toEqual([[1, 2, 3]]);
  });

  test("events of another use case wait as well", async () => {
    const { doorOf, handle, failures, mesh } = anEventDoor();
    mesh.isWell = false;
    failures.set(1, away);
    const struck: number[] = [];
    const strike = on([Struck], async ({ data }) => void struck.push(data.n));
    const door = doorOf(onBatch([Noted], handle), strike);
    const second = keyed(2, "a", { type: Struck.type });
    expect(await deliver(door, keyed(1), second)).toEqual(["RETRY", "RETRY"]);
    expect(struck).toEqual([]);
  });

  test("where nobody knows whether all is well, what may pass is everybody's fault", async () => {
    const subscriptions = [onBatch(Noted, () => Promise.reject(away))];
    const edge = { pubsub: "p", log: quietLogger(), deadLetters: false } as const;
    const door = express().use(eventRouter({ ...edge, subscriptions }));
    expect(await deliver(door, keyed(1), keyed(2, "b"))).toEqual(["RETRY", "RETRY"]);
  });

  test("a delivery ends soon where each failure takes long, and the next begins with whom nobody suspects", async () => {
    const { doorOf, clock } = anEventDoor();
    const done: number[] = [];
    const slow = onBatch(Noted, async (events) => {
      const numbers = events.map(({ data }) => data.n);
      if (numbers.includes(3)) {
        clock.nowMs += 3_000;
        throw away;
      }
      done.push(...numbers);
    });
    const door = doorOf(slow);
    const entries = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => keyed(n, String(n)));
    const verdicts = await deliver(door, ...entries);
    expect(verdicts.filter((verdict) => verdict === "RETRY").length).toBeGreaterThan(0);
    expect(clock.nowMs).toBeLessThanOrEqual(9_000);
    const left = entries.filter((_entry, at) => verdicts[at] === "RETRY");
    await deliver(door, keyed(9, "9"), ...left);
    expect(done).toContain(9);
    expect(done).toEqual(expect.arrayContaining([1, 2]));
  });
});
