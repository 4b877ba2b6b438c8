import { expect, test } from "@jest/globals";
import { systemClock, uuidV7Ids } from "../src/index.ts";

test("ids are UUIDs of version 7, each its own, in the order they were made", () => {
  const ids = Array.from({ length: 10_000 }, () => uuidV7Ids.next());
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test("the clock tells the time of this machine", () => {
  const before = Date.now();
  expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
});
