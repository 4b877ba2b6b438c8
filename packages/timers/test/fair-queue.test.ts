import { expect, test } from "@jest/globals";
import { FairQueue } from "../src/turns/fair-queue.ts";

const item = (name: string) => ({ name, group: name[0] });
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

function aQueue(share: number, ...waiting: string[]) {
  const queue = new FairQueue<ReturnType<typeof item>>(() => share);
  for (const name of waiting) queue.add(item(name));
  return queue;
}

test("groups take turns, each in its own order", () => {
  const queue = aQueue(10, "a1", "a2", "a3", "b1", "c1", "c2");
  expect(names(queue.take(4))).toEqual(["a1", "b1", "c1", "a2"]);
  expect(names(queue.take(4))).toEqual(["c2", "a3"]);
});

test("a group that was served goes to the end: who comes anew does not wait for a round of others", () => {
  const queue = aQueue(10, "a1", "a2", "b1", "b2");
  queue.take(2);
  queue.add(item("c1"));
  expect(names(queue.take(3))).toEqual(["a2", "b2", "c1"]);
});

test("of a group no more than its share is out, and it goes on when some come back", () => {
  const queue = aQueue(2, "a1", "a2", "a3", "b1");
  const out = queue.take(10);
  expect(names(out)).toEqual(["a1", "b1", "a2"]);
  expect(queue.ready(10).count).toBe(0);
  expect(queue.countOf("a")).toBe(3);
  queue.back(out.slice(0, 1));
  expect(queue.ready(10)).toMatchObject({ count: 1, first: [{ name: "a3" }] });
  expect(names(queue.take(10))).toEqual(["a3"]);
});

test("what is cleared waits no longer, and what is out still counts", () => {
  const queue = aQueue(1, "a1", "a2", "b1");
  queue.take(1);
  expect(names(queue.clear())).toEqual(["b1", "a2"]);
  expect([queue.countOf("a"), queue.countOf("b")]).toEqual([1, 0]);
});

test("where too many wait, the last of the longest line goes; of lines of one length the newest", () => {
  const queue = aQueue(10, "a1", "a2", "a3", "b1", "b2", "c1");
  const dropped = () => queue.dropLast()?.name;
  expect([dropped(), dropped(), dropped()]).toEqual(["a3", "b2", "a2"]);
  expect(queue.waiting).toBe(3);
  expect([dropped(), dropped(), dropped(), dropped()]).toEqual(["c1", "b1", "a1", undefined]);
  expect(queue.waiting).toBe(0);
  queue.add(item("d1"));
  expect(names(queue.take(2))).toEqual(["d1"]);
});

test("what is out does not wait", () => {
  const queue = aQueue(10, "a1", "a2", "b1");
  queue.take(2);
  expect(queue.waiting).toBe(1);
  queue.clear();
  expect(queue.waiting).toBe(0);
});
