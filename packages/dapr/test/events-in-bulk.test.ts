import { describe, expect, test } from "@jest/globals";
import { on, onBatch } from "@todo-mesh/dapr";
import { AppError } from "@todo-mesh/ports";
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

describe("when a batch fails", () => {
  test("each event is tried alone, and the bad one fails alone", async () => {
    const { door, calls, failures } = anEventDoor();
    failures.set(2, new AppError("not-found", "no such task"));
    const verdicts = await deliver(door, keyed(1), keyed(2), keyed(3));
    expect(verdicts).toEqual(["SUCCESS", "DROP", "SUCCESS"]);
    expect(calls).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  test("events wait behind one of their key that must come again, and those of other keys do not", async () => {
    const { door, seen, failures } = anEventDoor();
    failures.set(2, away);
    const verdicts = await deliver(door, keyed(1), keyed(2), keyed(3), keyed(4, "b"), keyed(5));
    expect(verdicts).toEqual(["SUCCESS", "RETRY", "RETRY", "SUCCESS", "RETRY"]);
    expect(seen).toEqual([1, 4]);
  });
});

describe("when events must come again", () => {
  test("events of one key wait for each other across use cases, too", async () => {
    const { doorOf, handle, failures } = anEventDoor();
    failures.set(1, away);
    const struck: number[] = [];
    const strike = on([Struck], async ({ data }) => void struck.push(data.n));
    const door = doorOf(onBatch([Noted], handle), strike);
    const second = keyed(2, "a", { type: Struck.type });
    expect(await deliver(door, keyed(1), second)).toEqual(["RETRY", "RETRY"]);
    expect(struck).toEqual([]);
  });

  test("events without a key wait for nobody", async () => {
    const { door, failures } = anEventDoor();
    failures.set(1, away);
    expect(await deliver(door, [event(1)], [event(2)])).toEqual(["RETRY", "SUCCESS"]);
  });

  test("not all are tried alone where each try takes long: what is left comes again", async () => {
    const { doorOf, clock } = anEventDoor();
    const tried: number[] = [];
    const slow = onBatch(Noted, async (events) => {
      if (events.length === 1) tried.push(...events.map(({ data }) => data.n));
      clock.nowMs += 3_000;
      throw away;
    });
    const entries = [1, 2, 3, 4, 5].map((n) => keyed(n, String(n)));
    expect(new Set(await deliver(doorOf(slow), ...entries))).toEqual(new Set(["RETRY"]));
    expect(tried).toEqual([1, 2]);
  });
});
