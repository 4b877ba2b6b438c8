import { expect, test } from "@jest/globals";
import { aReminder } from "../a-reminder.ts";
import { anInbox, eventOf } from "../an-inbox.ts";

const remindersOf = (user: string, count: number) =>
  Array.from({ length: count }, (_, n) => aReminder({ user_id: user, title: `${user} ${n}` }));

/** An inbox that knows, after each transaction, how many each person has. */
function aWatchedInbox() {
  const inbox = anInbox();
  const { transact } = inbox.store;
  const sizes: number[] = [];
  inbox.store.transact = async (writes) => {
    const isShown = (write: (typeof writes)[number]): boolean =>
      "put" in write && write.put.startsWith("inbox-item:");
    const size = writes.filter(isShown).length;
    if (size > 0) sizes.push(size);
    await transact(writes);
  };
  return { ...inbox, sizes };
}

test("what others have a few of is shown before the many of one, though it came behind them", async () => {
  const inbox = aWatchedInbox();
  const greedy = remindersOf("greedy", 90);
  const others = ["ada", "bob", "cy"].flatMap((user) => remindersOf(user, 3));
  await inbox.show([...greedy, ...others].map(eventOf));
  expect(inbox.sizes).toEqual([9, 50, 40]);
  expect(await inbox.titles("bob")).toEqual(["bob 2", "bob 1", "bob 0"]);
  expect(await inbox.titles("greedy")).toEqual(greedy.map(({ title }) => title).toReversed());
});

test("a hundred of a hundred people are one transaction", async () => {
  const inbox = aWatchedInbox();
  const all = Array.from({ length: 100 }, (_, n) => aReminder({ user_id: `user-${n}` }));
  await inbox.show(all.map(eventOf));
  expect(inbox.sizes).toEqual([100]);
});

test("shown again after it broke off in between, each is there once", async () => {
  const inbox = anInbox();
  const events = [...remindersOf("greedy", 60), ...remindersOf("ada", 2)].map(eventOf);
  const { transact } = inbox.store;
  let left = 2;
  inbox.store.transact = async (writes) => {
    left -= 1;
    if (left < 0) throw new Error("broken off");
    await transact(writes);
  };
  await expect(inbox.show(events)).rejects.toThrow("broken off");
  inbox.store.transact = transact;
  await inbox.show(events);
  expect(await inbox.titles("ada")).toHaveLength(2);
  expect(new Set(await inbox.titles("greedy")).size).toBe(60);
});
