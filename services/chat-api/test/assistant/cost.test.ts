import { expect, test } from "@jest/globals";
import type { StateStore } from "@todo-mesh/ports";
import { createCommit, gatheredReads } from "@todo-mesh/state";
import { createTaskStore, preparedBy } from "../../src/use-cases/tasks/task-store.ts";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

/** How often a turn of this message goes to the store, to read and to write. */
async function tripsOf(message: string, key?: string): Promise<{ reads: number; writes: number }> {
  const api = await aChatApi();
  const trips = { reads: 0, writes: 0 };
  const counted: StateStore = {
    get: (...asked) => ((trips.reads += 1), api.rows.get(...asked)),
    getMany: (...asked) => ((trips.reads += 1), api.rows.getMany(...asked)),
    transact: (...asked) => ((trips.writes += 1), api.rows.transact(...asked)),
  };
  const store = gatheredReads(counted);
  const tasks = createTaskStore(store);
  const commit = createCommit(store, preparedBy(tasks));
  const turns = createTurns({ ...api, store, tasks, commit });
  const { conversation_id } = await turns.take(
    { userId: ADA, request: { message: "help" } },
    () => undefined,
  );
  Object.assign(trips, { reads: 0, writes: 0 });
  const idempotency = key === undefined ? undefined : { key, fingerprint: "f" };
  await turns.take(
    { userId: ADA, request: { message, conversation_id }, idempotency },
    () => undefined,
  );
  return trips;
}

// No more than before there was a log of turns: its row goes along with what is read and written anyway.
test.each([
  ["help", undefined, { reads: 7, writes: 2 }],
  ["add buy milk", undefined, { reads: 10, writes: 3 }],
  ["add buy milk", "k", { reads: 13, writes: 3 }],
  ["what's on my list?", undefined, { reads: 9, writes: 2 }],
])("“%s” under the key %s is %j", async (message, key, trips) => {
  expect(await tripsOf(message, key)).toEqual(trips);
});
