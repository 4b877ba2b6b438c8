import { beforeEach, expect, test } from "@jest/globals";
import { quietLogger } from "@todo-mesh/kit/testing";
import { countingIds, inMemoryPublisher, inMemoryStateStore } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { atomically, createTransientEvents, eventOf } from "../src/index.ts";
import { virtualTime } from "./virtual-time.ts";

const Changed = {
  type: "test.changed.v1",
  topic: "test.events",
  data: z.object({ user_id: z.string(), n: z.int() }),
};

let time: ReturnType<typeof virtualTime>;
let broker: ReturnType<typeof inMemoryPublisher>;
let events: ReturnType<typeof createTransientEvents>;
let store: ReturnType<typeof inMemoryStateStore>;
beforeEach(() => {
  time = virtualTime();
  [broker, store] = [inMemoryPublisher(), inMemoryStateStore(time.clock)];
  const given = { publisher: broker, ids: countingIds(), log: quietLogger(), ...time };
  events = createTransientEvents({ ...given, service: "test-service" });
});

const event = (subject: string, n: number) =>
  eventOf(Changed, { userId: "ada", subject, data: { user_id: "ada", n } });
const happen = (subject: string, n: number) =>
  atomically(store, async (tx) => events.add(tx, event(subject, n)));
const told = () => broker.published.map(({ event: { data, subject } }) => [subject, data]);
const said = (subject: string, n: number) => [subject, { user_id: "ada", n }];

test("what happens is told soon after its commit, in order, and the store has nothing of it", async () => {
  await happen("tea", 1);
  await happen("milk", 2);
  expect(told()).toEqual([]);
  await time.pass(100);
  expect(told()).toEqual([said("tea", 1), said("milk", 2)]);
  expect(store.rows().size).toBe(0);
});

test("of one subject only what is newest is told, in its own place", async () => {
  await happen("tea", 1);
  await happen("milk", 2);
  await happen("tea", 3);
  await time.pass(100);
  expect(told()).toEqual([said("milk", 2), said("tea", 3)]);
  await happen("tea", 4);
  await time.pass(100);
  expect(told().at(-1)).toEqual(said("tea", 4));
});

test("what is not committed is not told", async () => {
  const failing = atomically(store, async (tx) => {
    events.add(tx, event("tea", 1));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await time.pass(5_000);
  expect(told()).toEqual([]);
});

test("while the broker is away it waits, the newest of each subject, and two thousand at most", async () => {
  broker.setAway(true);
  for (let n = 0; n < 2_100; n += 1) await happen(`subject ${n}`, n);
  await happen("subject 0", -1);
  await time.pass(3_000);
  broker.setAway(false);
  await time.pass(3_000);
  expect(told()).toHaveLength(2_000);
  expect(told()).toContainEqual(said("subject 0", -1));
  expect(told()).not.toContainEqual(said("subject 0", 0));
});

test("what waits as the process ends is tried once, and nothing is taken after that", async () => {
  await happen("tea", 1);
  await events.close();
  expect(told()).toEqual([said("tea", 1)]);
  await happen("milk", 2);
  await time.pass(5_000);
  expect(told()).toHaveLength(1);
});
