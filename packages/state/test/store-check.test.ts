import { describe, expect, test } from "@jest/globals";
import type { StateStore } from "@todo-mesh/ports";
import { countingIds, inMemoryStateStore } from "@todo-mesh/ports/testing";
import { checkStateStore, takesTransactions } from "../src/index.ts";

describe("the check of a state store at start", () => {
  test("passes a store that keeps its transactions whole, and leaves nothing behind", async () => {
    const store = inMemoryStateStore();
    await checkStateStore(store, countingIds());
    expect([...store.rows()]).toEqual([]);
  });

  test("passes a store that is away: it cannot be asked", async () => {
    const store = inMemoryStateStore();
    store.setAway(true);
    await expect(checkStateStore(store, countingIds())).resolves.toBeUndefined();
  });

  test.each(["does not see lost races", "does not roll back"])(
    "refuses a store that %s",
    async (fault) => {
      const whole = inMemoryStateStore();
      const store: StateStore = {
        ...whole,
        transact: async (writes) => {
          for (const write of writes)
            await whole.transact([
              fault === "does not roll back" ? write : { ...write, expect: undefined },
            ]);
        },
      };
      await expect(checkStateStore(store, countingIds())).rejects.toThrow(
        /does not keep transactions whole/,
      );
    },
  );
});

test("whether transactions are taken is found out by one, and by the room there is for what they tell of", async () => {
  const store = inMemoryStateStore();
  let hasRoom = true;
  const ask = takesTransactions(store, { hasRoom: () => hasRoom });
  expect([await ask(), await ask()]).toEqual([true, true]);
  store.setAway(true);
  expect(await ask()).toBe(false);
  store.setAway(false);
  hasRoom = false;
  expect(await ask()).toBe(false);
});
