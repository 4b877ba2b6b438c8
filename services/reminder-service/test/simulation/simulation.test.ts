import { expect, jest, test } from "@jest/globals";
import { play, playOnAll } from "./play.ts";
import { TIMERS_BUGS } from "./planted/timers.ts";

// On a busy machine ten times as long.
jest.setTimeout(600_000);

const FIRST = Number(process.env["SIM_FIRST"] ?? 1);
const SEEDS = Number(process.env["SIM_SEEDS"] ?? 170);

test("whatever befalls it, what is wanted rings once, not early, soon after the last fault, and nothing is left over", async () => {
  const { played, rang, failed } = await playOnAll({ from: FIRST, count: SEEDS, mostFailed: 3 });
  expect(failed).toEqual([]);
  expect(played).toBe(SEEDS);
  expect(rang).toBeGreaterThanOrEqual(Math.floor(SEEDS / 2));
});

test("a seed has the same outcome each time", async () => {
  const [bug] = TIMERS_BUGS;
  const seeds = { from: 1, count: 20, mostFailed: 20 };
  const [one, again] = [await play(seeds, bug), await play(seeds, bug)];
  expect(again).toEqual(one);
});
