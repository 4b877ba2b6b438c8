import { describe, expect, test } from "@jest/globals";
import { aReminder, at } from "../a-reminder.ts";
import { anInbox, beforeNextCommit, eventOf } from "../an-inbox.ts";

const READ = "todo.notification.read.v1";

describe("when a notification is read", () => {
  test("it carries the time, in the inbox as well, and it is told", async () => {
    const inbox = anInbox();
    const due = aReminder();
    await inbox.show([aReminder(), due, aReminder()].map(eventOf));
    inbox.clock.set(at("08:05:00"));
    const read = await inbox.markRead("ada", due.occurrence_id);
    expect(read).toMatchObject({ id: due.occurrence_id, read_at: at("08:05:00").toISOString() });
    expect((await inbox.read("ada", { limit: 3 })).items[1]).toEqual(read);
    expect((await inbox.told()).at(-1)).toEqual({ type: READ, subject: due.occurrence_id });
  });

  test("a second reading answers the same and tells nothing", async () => {
    const inbox = anInbox();
    const due = aReminder();
    await inbox.show([eventOf(due)]);
    const once = await inbox.markRead("ada", due.occurrence_id);
    inbox.clock.advance(60_000);
    expect(await inbox.markRead("ada", due.occurrence_id)).toEqual(once);
    expect((await inbox.told()).filter(({ type }) => type === READ)).toHaveLength(1);
  });

  test("of two at once, both get one answer and one event leaves", async () => {
    const inbox = anInbox();
    const due = aReminder();
    await inbox.show([eventOf(due)]);
    const read = () => inbox.markRead("ada", due.occurrence_id);
    const [one, other] = await Promise.all([read(), read()]);
    expect(one).toEqual(other);
    expect((await inbox.told()).filter(({ type }) => type === READ)).toHaveLength(1);
  });
});

describe("when several are read at once", () => {
  test("each that is in this inbox carries the time it was first read, and is told of once", async () => {
    const inbox = anInbox();
    const [first, second, third] = [aReminder(), aReminder(), aReminder()];
    await inbox.show([first, second, third].map(eventOf));
    const before = await inbox.markRead("ada", first.occurrence_id);
    inbox.clock.advance(60_000);
    const ids = [third, aReminder(), first].map(({ occurrence_id }) => occurrence_id);
    const { items } = await inbox.markSeveralRead("ada", [...ids, ...ids]);
    const readAt = inbox.clock.now().toISOString();
    expect(items).toEqual([before, expect.objectContaining({ id: ids[0], read_at: readAt })]);
    expect((await inbox.markSeveralRead("ada", ids)).items).toEqual(items);
    expect((await inbox.told()).filter(({ type }) => type === READ)).toHaveLength(2);
    expect((await inbox.markSeveralRead("bob", ids)).items).toEqual([]);
  });

  test("as many as a page shows are read, some at a time", async () => {
    const inbox = anInbox();
    const all = Array.from({ length: 200 }, () => aReminder());
    await inbox.show(all.slice(0, 100).map(eventOf));
    await inbox.show(all.slice(100).map(eventOf));
    const ids = all.map(({ occurrence_id }) => occurrence_id);
    expect((await inbox.markSeveralRead("ada", ids)).items).toHaveLength(200);
    expect((await readIn(inbox)).filter(([, readAt]) => readAt === undefined)).toEqual([]);
  });
});

describe("an inbox after reading", () => {
  test("it stays read when the reminder is replayed", async () => {
    const inbox = anInbox();
    const due = aReminder();
    await inbox.show([eventOf(due)]);
    const read = await inbox.markRead("ada", due.occurrence_id);
    await inbox.show([eventOf(due)]);
    expect((await inbox.read("ada", { limit: 3 })).items).toEqual([read]);
  });

  test("what is not in this inbox is not found: another's, an unknown one, one that has left", async () => {
    const inbox = anInbox();
    const first = aReminder();
    await inbox.show([eventOf(first)]);
    const notFound = { kind: "not-found" };
    await expect(inbox.markRead("bob", first.occurrence_id)).rejects.toMatchObject(notFound);
    await expect(inbox.markRead("ada", aReminder().occurrence_id)).rejects.toMatchObject(notFound);
    for (let batch = 0; batch < 5; batch += 1)
      await inbox.show(Array.from({ length: 100 }, () => eventOf(aReminder())));
    await expect(inbox.markRead("ada", first.occurrence_id)).rejects.toMatchObject(notFound);
  });
});

const readIn = async (inbox: ReturnType<typeof anInbox>) =>
  (await inbox.read("ada", { limit: 200 })).items.map(({ id, read_at }) => [id, read_at]);

describe("when what rang of a task is dismissed or snoozed, on whatever device", () => {
  const task_id = "5b0a1f9e-6a0e-4a8e-8f51-00000000000a";
  const ofTask = (time: string) => aReminder({ task_id, due_at: at(time).toISOString() });

  test("its notifications up to then are read, and told so; later ones and those of others are not", async () => {
    const inbox = anInbox();
    const [one, other] = [ofTask("08:00:00"), aReminder()];
    const later = ofTask("08:10:00");
    await inbox.show([one, other, later].map(eventOf));
    const dismissedAt = at("08:05:00");
    await inbox.dismiss(task_id, dismissedAt);
    expect(await readIn(inbox)).toEqual([
      [later.occurrence_id, undefined],
      [other.occurrence_id, undefined],
      [one.occurrence_id, dismissedAt.toISOString()],
    ]);
    const told = (await inbox.told()).filter(({ type }) => type === READ);
    expect(told).toEqual([{ type: READ, subject: one.occurrence_id }]);
  });

  test("what was read before stays read since then, and the same news again tells nothing", async () => {
    const inbox = anInbox();
    const one = ofTask("08:00:00");
    await inbox.show([eventOf(one)]);
    inbox.clock.set(at("08:01:00"));
    const read = await inbox.markRead("ada", one.occurrence_id);
    for (let heard = 0; heard < 2; heard += 1) await inbox.dismiss(task_id, at("08:05:00"));
    expect(await readIn(inbox)).toEqual([[one.occurrence_id, read.read_at]]);
    expect((await inbox.told()).filter(({ type }) => type === READ)).toHaveLength(1);
  });

  test("what rang before and comes here after it is read as it is shown, what rang later is new", async () => {
    const inbox = anInbox();
    await inbox.dismiss(task_id, at("08:05:00"));
    inbox.clock.set(at("08:06:00"));
    const rung = (time: string, over = {}) =>
      aReminder({ task_id, announced_at: at(time).toISOString(), ...over });
    const [before, later] = [rung("08:05:00"), rung("08:05:00.001")];
    const others = [
      rung("08:00:00", { task_id: before.reminder_id }),
      rung("08:00:00", { user_id: "bob" }),
    ];
    await inbox.show([before, later, ...others].map(eventOf));
    expect(await readIn(inbox)).toEqual([
      [others[0]?.occurrence_id, undefined],
      [later.occurrence_id, undefined],
      [before.occurrence_id, at("08:06:00").toISOString()],
    ]);
    expect((await inbox.read("bob", { limit: 3 })).items[0]?.read_at).toBeUndefined();
    expect((await inbox.told()).filter(({ type }) => type === READ)).toEqual([]);
  });

  test("one that is heard of while its ring comes here ends it too, whichever is stored first", async () => {
    for (const dismissalIsFirst of [true, false]) {
      const inbox = anInbox();
      // The end of an inbox that is not there cannot be held.
      await inbox.show([eventOf(aReminder())]);
      const rung = ofTask("08:00:00");
      const [first, second] = dismissalIsFirst
        ? [() => inbox.dismiss(task_id, at("08:05:00")), () => inbox.show([eventOf(rung)])]
        : [() => inbox.show([eventOf(rung)]), () => inbox.dismiss(task_id, at("08:05:00"))];
      beforeNextCommit(inbox.store, first);
      await second();
      const found = (await readIn(inbox)).find(([id]) => id === rung.occurrence_id);
      expect(found?.[1]).toBeDefined();
    }
  });
  test("an older dismissal that is heard of later takes nothing back", async () => {
    const inbox = anInbox();
    for (const time of ["08:05:00", "08:01:00"]) await inbox.dismiss(task_id, at(time));
    const rung = aReminder({ task_id, announced_at: at("08:03:00").toISOString() });
    await inbox.show([eventOf(rung)]);
    expect(await readIn(inbox)).toEqual([[rung.occurrence_id, at("08:00:00").toISOString()]]);
  });

  test("that something could not be planned stays new", async () => {
    const inbox = anInbox();
    const unplanned = {
      user_id: "ada",
      unplanned_id: crypto.randomUUID(),
      task_id,
      title: "x",
      reason: "It is too large.",
      at: at("08:00:00").toISOString(),
    };
    await inbox.showUnplanned([{ id: "news", data: unplanned }]);
    await inbox.dismiss(task_id, at("08:05:00"));
    expect(await readIn(inbox)).toEqual([[unplanned.unplanned_id, undefined]]);
  });

  test("a hundred repetitions are read in parts", async () => {
    const inbox = anInbox();
    const many = Array.from({ length: 120 }, () => ofTask("08:00:00"));
    await inbox.show(many.map(eventOf));
    await inbox.dismiss(task_id, at("08:05:00"));
    expect((await readIn(inbox)).every(([, read_at]) => read_at !== undefined)).toBe(true);
  });
});
