import { describe, expect, test } from "@jest/globals";
import { aReminder, at } from "../a-reminder.ts";
import { anInbox, eventOf } from "../an-inbox.ts";

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
