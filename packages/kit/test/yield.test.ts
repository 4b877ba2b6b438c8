import { describe, expect, test } from "@jest/globals";
import { createPace, inTurns, runInTurns, yieldNow } from "../src/process/yield.ts";

/** A clock on which each look takes a millisecond. */
function ticking(): () => number {
  let ms = 0;
  return () => (ms += 1);
}

/** Counts the rounds of the event loop until it is stopped. */
function countRounds() {
  let rounds = 0;
  let next = setImmediate(function count() {
    rounds += 1;
    next = setImmediate(count);
  });
  return { soFar: () => rounds, stop: () => clearImmediate(next) };
}

function* fiftySteps(): Generator<undefined, string> {
  for (let step = 0; step < 50; step += 1) yield;
  return "done";
}

describe("long work", () => {
  test("lets others have the event loop each few milliseconds", async () => {
    const rounds = countRounds();
    const results = await inTurns(Array.from({ length: 100 }).keys(), (n) => n * 2, {
      stretchMs: 5,
      nowMs: ticking(),
    });
    rounds.stop();
    expect(results).toEqual(Array.from({ length: 100 }, (_, n) => n * 2));
    expect(rounds.soFar()).toBeGreaterThanOrEqual(15);
  });

  test("that is short is done at one stretch", async () => {
    const rounds = countRounds();
    await inTurns([1, 2, 3], (n) => n, { stretchMs: 50, nowMs: ticking() });
    rounds.stop();
    expect(rounds.soFar()).toBe(0);
  });

  test("of many together takes no more of a round than that of one", async () => {
    const rounds = countRounds();
    const steps: number[] = [];
    const work = async (): Promise<void> => {
      for (let step = 0; step < 10; step += 1) {
        await yieldNow();
        steps.push(rounds.soFar());
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    rounds.stop();
    expect(steps).toHaveLength(40);
    expect(new Set(steps).size).toBe(40);
  });

  test("that waited first goes on first", async () => {
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      for (let step = 0; step < 3; step += 1) {
        await yieldNow();
        order.push(name);
      }
    };
    await Promise.all([work("a"), work("b")]);
    expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
  });

  test("rests where it says it may, and comes to its result", async () => {
    const rounds = countRounds();
    expect(await runInTurns(fiftySteps(), { stretchMs: 5, nowMs: ticking() })).toBe("done");
    rounds.stop();
    expect(rounds.soFar()).toBeGreaterThanOrEqual(7);
  });

  test("stops where one of its items fails", async () => {
    const seen: number[] = [];
    const work = (n: number): void => {
      seen.push(n);
      if (n === 2) throw new Error("no");
    };
    await expect(inTurns([1, 2, 3], work)).rejects.toThrow("no");
    expect(seen).toEqual([1, 2]);
  });

  test("has its stretch anew once it goes on", async () => {
    const clock = { ms: 0 };
    const pace = createPace({ stretchMs: 5, nowMs: () => clock.ms });
    clock.ms = 5;
    await pace();
    clock.ms = 9;
    expect(pace()).toBeUndefined();
  });
});
