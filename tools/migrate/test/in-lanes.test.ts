import { expect, test } from "@jest/globals";
import { inLanes } from "../src/in-lanes.ts";

async function* each<Item>(items: readonly Item[], onTaken: () => void = () => undefined) {
  for (const item of items) {
    onTaken();
    yield item;
  }
}
const keyOf = (item: string): string => item.slice(0, 1);

test("those of one key are worked on one after the other, others meanwhile", async () => {
  const [doing, done]: [Set<string>, string[]] = [new Set(), []];
  let most = 0;
  await inLanes(each(["a1", "a2", "b1", "a3", "c1"]), { keyOf, atOnce: 8 }, async (item) => {
    expect(doing.has(keyOf(item))).toBe(false);
    doing.add(keyOf(item));
    most = Math.max(most, doing.size);
    await new Promise((resolve) => setImmediate(resolve));
    doing.delete(keyOf(item));
    done.push(item);
  });
  expect(done.filter((item) => item.startsWith("a"))).toEqual(["a1", "a2", "a3"]);
  expect(done).toHaveLength(5);
  expect(most).toBeGreaterThan(1);
});

test("no more is taken than is worked on", async () => {
  let [taken, ended] = [0, 0];
  const many = Array.from({ length: 50 }, (_, n) => String.fromCodePoint(97 + (n % 26)));
  const onTaken = (): void => {
    taken += 1;
    expect(taken - ended).toBeLessThanOrEqual(4);
  };
  await inLanes(each(many, onTaken), { keyOf, atOnce: 3 }, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    ended += 1;
  });
  expect(ended).toBe(50);
});

const refusingB1 = async (item: string): Promise<void> => {
  if (item === "b1") throw new Error("b1 is broken");
};

test("what goes wrong ends it, with its reason", async () => {
  await expect(inLanes(each(["a1", "b1", "c1"]), { keyOf, atOnce: 2 }, refusingB1)).rejects.toThrow(
    "b1 is broken",
  );
});
