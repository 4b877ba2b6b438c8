import { expect, test } from "@jest/globals";
import { aWorld, HOUR, MINUTE, SECOND } from "./a-world.ts";

/** A world in which the clock goes on for so long, a minute at a time, and a process sweeps. */
function aWorldThatGoesOn() {
  const world = aWorld();
  const process = world.aProcess();
  const goOn = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= MINUTE) {
      world.clock.advance(Math.min(MINUTE, left));
      await process.ringDue();
      await process.sweep();
    }
  };
  return { ...world, process, goOn };
}

test("after the clock was set forward by an hour, what was due in that hour fires once, and again never when it is set back", async () => {
  const { clock, from, process, goOn, effects } = aWorldThatGoesOn();
  for (const minutes of [10, 30, 90]) await process.setAt(`t${minutes}`, from(minutes * MINUTE));
  await goOn(2 * MINUTE);
  clock.advance(HOUR);
  await goOn(5 * MINUTE);
  expect(Object.keys(effects())).toEqual(["t10", "t30"]);
  clock.advance(-HOUR);
  await goOn(80 * MINUTE);
  expect(Object.keys(effects())).toEqual(["t10", "t30"]);
  await goOn(10 * MINUTE);
  expect(Object.values(effects()).map(({ times }) => times)).toEqual([1, 1, 1]);
});

test("what is set after the clock was set back by an hour is swept as soon as it is overdue, though the buckets of that hour are closed", async () => {
  const { clock, jobs, from, process, goOn, effects } = aWorldThatGoesOn();
  await process.setAt("before", from(MINUTE));
  await goOn(HOUR);
  clock.advance(-HOUR);
  jobs.setAway(true);
  await process.setAt("after", from(10 * MINUTE), "after", "ada");
  await goOn(9 * MINUTE);
  expect(Object.keys(effects())).toEqual(["before"]);
  clock.set(from(10 * MINUTE + 2 * SECOND));
  await process.sweep();
  expect(Object.keys(effects())).toEqual(["before", "after"]);
});

test("nothing fires before its time after the clock was set back while its job rings by the old one", async () => {
  const { clock, jobs, from, process, goOn, effects } = aWorldThatGoesOn();
  await process.setAt("tea", from(10 * MINUTE));
  await goOn(9 * MINUTE);
  clock.advance(-HOUR);
  const [job] = jobs.scheduled();
  await expect(process.ring(job?.name ?? "", job?.data)).rejects.toThrow("not due yet");
  await goOn(60 * MINUTE);
  expect(effects()).toEqual({});
  await goOn(2 * MINUTE);
  expect(effects()).toMatchObject({ tea: { times: 1 } });
});

test("another process takes over from one that died before the clock was set back", async () => {
  const { clock, jobs, from, process, fired, aProcess } = aWorldThatGoesOn();
  jobs.setAway(true);
  await process.sweep();
  clock.advance(-HOUR);
  await process.setAt("tea", from(-HOUR + MINUTE));
  clock.advance(MINUTE + 2 * SECOND);
  await aProcess().sweep();
  expect(fired()).toEqual(["tea"]);
});

test("what failed is tried again though the clock was set back meanwhile", async () => {
  const world = aWorld();
  const { clock, from, fired } = world;
  let fails = true;
  const process = world.aProcess({
    fire: async (tx, due) => {
      if (fails) throw new Error("not now");
      await world.fire(tx, due);
    },
  });
  await process.setAt("tea", from(MINUTE));
  clock.set(from(30 * MINUTE));
  await process.sweep();
  fails = false;
  clock.set(from(5 * MINUTE));
  await process.sweep();
  expect(fired()).toEqual(["tea"]);
});
