import { expect, test } from "@jest/globals";
import type { StateStore, Stored } from "@todo-mesh/ports";
import { aWorld, MINUTE } from "./a-world.ts";

const AT_ONCE = 500;
const OVERDUE = 4_000;

const hintsIn = (found: ReadonlyMap<string, Stored>): number =>
  [...found].reduce(
    (sum, [key, { value }]) =>
      sum + (key.startsWith("due:") && Array.isArray(value) ? value.length : 0),
    0,
  );

test("what came due in a long outage is fired part by part, whoever it is of: memory never holds all of it", async () => {
  const { clock, store, jobs, from, fire, aProcess, effects } = aWorld();
  let [held, most] = [0, 0];
  const watched: StateStore = {
    ...store,
    getMany: async (keys) => {
      const found = await store.getMany(keys);
      held += hintsIn(found);
      most = Math.max(most, held);
      return found;
    },
  };
  const bells = aProcess({
    store: watched,
    backlogAtOnce: AT_ONCE,
    fire: async (tx, due) => {
      held -= due.length;
      await fire(tx, due);
    },
  });
  jobs.setAway(true);
  for (let n = 0; n < OVERDUE; n += 50)
    await bells.setAll(
      Array.from({ length: 50 }, (_, k) => ({
        name: `t${n + k}`,
        at: from(((n + k) % 80) * MINUTE),
        data: `t${n + k}`,
        group: `g${(n + k) % 7}`,
      })),
    );
  [held, most] = [0, 0];
  clock.set(from(100 * MINUTE));
  await bells.sweep();
  const fired = Object.values(effects());
  expect(fired).toHaveLength(OVERDUE);
  expect(fired.every(({ times }) => times === 1)).toBe(true);
  expect(most).toBeLessThan(4 * AT_ONCE);
});
