import { expect, test } from "@jest/globals";
import { aWorld, SECOND } from "./a-world.ts";

const GOOD = ["a", "A-b_c.d9", "x".repeat(120), crypto.randomUUID()];
const BAD = [
  "",
  "x".repeat(121),
  "a b",
  "a/b",
  "a||b",
  "ü",
  ".a",
  "a.",
  "a..b",
  "-a",
  "a.-b",
  "a\n",
];

test.each(GOOD)("%p is a name for a timer, and its job's name fits the scheduler", async (name) => {
  const { clock, jobs, from, aProcess, fired } = aWorld();
  const bells = aProcess({ name: "n".repeat(40) });
  await bells.setAt(name, from(SECOND));
  expect(jobs.scheduled()).toHaveLength(1);
  clock.advance(SECOND);
  await bells.ringDue();
  expect(fired()).toEqual([name]);
});

test.each(BAD)("%p is refused as a timer's name", async (name) => {
  const { from, aProcess } = aWorld();
  await expect(aProcess().setAt(name, from(SECOND))).rejects.toMatchObject({ kind: "invalid" });
});

test.each([new Date(NaN), new Date(-1), new Date(8.64e15)])(
  "%p is refused as a timer's time",
  async (at) => {
    await expect(aWorld().aProcess().setAt("tea", at)).rejects.toMatchObject({ kind: "invalid" });
  },
);

test.each(["", "Bells", "bells.one", "-bells", "b".repeat(41)])(
  "%p is refused as a name for timers",
  (name) => {
    expect(() => aWorld().aProcess({ name })).toThrow("Timers have a name");
  },
);
