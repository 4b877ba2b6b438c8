import { describe, expect, test } from "@jest/globals";
import { aReminder, at } from "../a-reminder.ts";
import { anInbox, eventOf } from "../an-inbox.ts";

const before = (over: Parameters<typeof aReminder>[0] = {}) =>
  eventOf(aReminder({ title: "a secret", ...over }));
const after = (title: string, time = "10:00:00") =>
  eventOf(aReminder({ title, due_at: at(time).toISOString() }));
const erasedAt = at("09:00:00");

/** Keys and values of all that is stored of inboxes. */
const stored = ({ store }: ReturnType<typeof anInbox>) =>
  JSON.stringify([...store.rows()].filter(([key]) => key.startsWith("inbox")));

describe("a person who wants to be forgotten", () => {
  test("has no inbox any more, and what stays does not name them or say anything of theirs", async () => {
    const inbox = anInbox();
    for (let batch = 0; batch < 4; batch += 1)
      await inbox.show(Array.from({ length: 75 }, () => before({ user_id: "ada-the-person" })));
    await inbox.erase("ada-the-person", erasedAt);
    expect(await inbox.titles("ada-the-person")).toEqual([]);
    expect(stored(inbox)).not.toMatch(/ada-the-person|secret|mum/);
  });

  test("leaves nothing at all in the end", async () => {
    const inbox = anInbox();
    await inbox.show([before()]);
    await inbox.erase("ada", erasedAt);
    inbox.clock.advance(401 * 86_400_000);
    expect(stored(inbox)).toBe("[]");
  });

  test("is not another person", async () => {
    const inbox = anInbox();
    await inbox.show([before(), before({ user_id: "bob" })]);
    await inbox.erase("ada", erasedAt);
    expect(await inbox.titles("bob")).toEqual(["a secret"]);
  });

  test("is not shown again what was erased when it is replayed, nor what was still on its way", async () => {
    const inbox = anInbox();
    const old = before();
    await inbox.show([old]);
    await inbox.erase("ada", erasedAt);
    await inbox.show([old, before(), before({ late: true })]);
    expect(await inbox.titles()).toEqual([]);
    expect(await inbox.told()).toHaveLength(1);
  });
});

describe("whoever comes back under the same name", () => {
  test("has what came after that moment, though the news of it comes late and twice", async () => {
    const inbox = anInbox();
    await inbox.show([before(), before(), after("new"), after("newer", "10:30:00")]);
    await inbox.erase("ada", erasedAt);
    await inbox.erase("ada", erasedAt);
    expect(await inbox.titles()).toEqual(["newer", "new"]);
    await inbox.erase("ada", at("08:30:00"));
    expect(await inbox.titles()).toEqual(["newer", "new"]);
  });

  test("has it also where it lies between what goes, and can read it", async () => {
    const inbox = anInbox();
    const kept = after("kept");
    await inbox.show([before(), kept, before()]);
    await inbox.erase("ada", erasedAt);
    expect(await inbox.titles()).toEqual(["kept"]);
    expect(await inbox.markRead("ada", kept.id)).toMatchObject({ title: "kept" });
    await inbox.show([kept]);
    expect(await inbox.titles()).toEqual(["kept"]);
  });

  test("cannot touch the new by the names of the old", async () => {
    const inbox = anInbox();
    const old = before();
    await inbox.show([old]);
    await inbox.erase("ada", erasedAt);
    await inbox.show([after("new")]);
    await expect(inbox.markRead("ada", old.id)).rejects.toMatchObject({ kind: "not-found" });
    expect((await inbox.read("ada", { limit: 1 })).items[0]).not.toHaveProperty("read_at");
  });
});

test("an inbox that is erased while reminders come ends with those of after and no other", async () => {
  const inbox = anInbox();
  await inbox.show(Array.from({ length: 80 }, () => before()));
  await Promise.all([
    inbox.erase("ada", erasedAt),
    inbox.show([after("new"), before()]),
    inbox.show([before()]),
    inbox.erase("ada", erasedAt),
  ]);
  await inbox.erase("ada", erasedAt);
  expect(await inbox.titles()).toEqual(["new"]);
});

test("a store that is away leaves the rest to the repetition", async () => {
  const inbox = anInbox();
  for (let batch = 0; batch < 3; batch += 1)
    await inbox.show(Array.from({ length: 80 }, () => before()));
  const { transact } = inbox.store;
  let left = 2;
  inbox.store.transact = async (writes) => {
    left -= 1;
    if (left < 0) inbox.store.setAway(true);
    await transact(writes);
  };
  await expect(inbox.erase("ada", erasedAt)).rejects.toMatchObject({ kind: "unavailable" });
  inbox.store.setAway(false);
  left = Infinity;
  await inbox.erase("ada", erasedAt);
  expect(await inbox.titles()).toEqual([]);
});
