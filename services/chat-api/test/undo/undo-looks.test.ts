import { beforeEach, expect, test } from "@jest/globals";
import { ChangeEntry } from "@todo-mesh/contracts";
import { append, atomically } from "@todo-mesh/state";
import { journalOf } from "../../src/use-cases/journal/journal.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const NOBODY = "01900000-0000-7000-8000-00000000dead";
const undo = (which: object = {}) => api.as("post", "/undo").send(which);

const reads = async (work: () => Promise<unknown>): Promise<number> => {
  const { getMany } = api.rows;
  let count = 0;
  Object.assign(api.rows, {
    getMany: (keys: readonly string[]) => {
      count += 1;
      return getMany(keys);
    },
  });
  await work();
  Object.assign(api.rows, { getMany });
  return count;
};
/** So many changes of Ada's, made at once. */
const fillJournal = (): Promise<void> =>
  atomically(api.rows, async (tx) => {
    const at = api.clock.now().toISOString();
    const change = {
      at,
      by: "api",
      verb: "updated",
      version: 1,
      title: "x",
      before: {},
      after: {},
    };
    const entries = Array.from({ length: 1_000 }, () =>
      ChangeEntry.parse({ ...change, id: api.ids.next(), task_id: NOBODY }),
    );
    await append(tx, journalOf("ada"), entries);
  });

test.each([
  "00000000-0000-0000-0000-000000000000",
  "00000000-0000-7000-8000-000000000000",
  "7d8f3c1e-1111-4222-8333-444444444444",
  "ffffffff-ffff-7fff-8fff-ffffffffffff",
])("undo does not read the journal for %s, which cannot be in it", async (turn_id) => {
  await fillJournal();
  expect(await reads(() => undo({ turn_id }).expect(404))).toBeLessThan(8);
});

test("looking for what to undo holds up nobody's writes, not even its own person's", async () => {
  await fillJournal();
  const { getMany } = api.rows;
  const stopped = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  Object.assign(api.rows, {
    getMany: async (keys: readonly string[]) => {
      if (keys.includes("journal:ada:500")) {
        reached.resolve();
        await stopped.promise;
      }
      return getMany(keys);
    },
  });
  const looking = undo({ turn_id: NOBODY }).then(({ status }) => status);
  await reached.promise;
  await api.addTask({ title: "meanwhile" });
  stopped.resolve();
  expect(await looking).toBe(404);
});

test("of two who undo at once and name nothing, each takes back one", async () => {
  for (const title of ["a", "b", "c"]) await api.addTask({ title });
  const answers = await Promise.all([undo(), undo()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await api.titles()).toEqual(["a"]);
});
