import { describe, expect, test } from "@jest/globals";
import type { Clock, IdSource } from "../index.ts";

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function clockConformance(name: string, clock: () => Clock): void {
  describe(`clock: ${name}`, () => {
    test("now is a date, and does not go back", () => {
      const [first, second] = [clock().now(), clock().now()];
      expect(Number.isFinite(first.getTime())).toBe(true);
      expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
    });

    test("what a caller does to its date is its own affair", () => {
      const before = clock().now().getTime();
      clock().now().setFullYear(1999);
      expect(clock().now().getTime()).toBeGreaterThanOrEqual(before);
    });
  });
}

export function idSourceConformance(name: string, ids: () => IdSource): void {
  test(`ids of ${name}: ten thousand ids are UUIDs of version 7, in the order they were made, none twice`, () => {
    const source = ids();
    const made = Array.from({ length: 10_000 }, () => source.next());
    expect(made.filter((id) => !UUID_V7.test(id))).toEqual([]);
    expect(made).toEqual([...new Set(made)].toSorted());
  });
}
