import { describe, expect, test } from "@jest/globals";
import { Notification } from "@todo-mesh/contracts";
import { NotificationCreated } from "@todo-mesh/contracts/events";
import { aReminder } from "../a-reminder.ts";
import { anInbox, eventOf } from "../an-inbox.ts";

const CREATED = "todo.notification.created.v1";

describe("when reminders ring", () => {
  test("each is shown in the inbox of its person, the newest first, and told", async () => {
    const inbox = anInbox();
    const [first, second] = [aReminder({ title: "first" }), aReminder({ title: "second" })];
    const bobs = aReminder({ user_id: "bob", title: "bob's" });
    await inbox.show([first, bobs, second].map(eventOf));
    expect(await inbox.titles()).toEqual(["second", "first"]);
    expect(await inbox.titles("bob")).toEqual(["bob's"]);
    expect(await inbox.told()).toEqual(
      [first, bobs, second].map(({ occurrence_id }) => ({ type: CREATED, subject: occurrence_id })),
    );
  });

  test("what is told keeps its contract and goes out under the person's name", async () => {
    const inbox = anInbox();
    await inbox.show([eventOf(aReminder())]);
    await inbox.told();
    const [sent] = inbox.publisher.published;
    expect(sent).toMatchObject({ topic: "todo.notifications.events", key: "ada" });
    expect(NotificationCreated.data.parse(sent?.event.data).user_id).toBe("ada");
  });
});

describe("when they come again, or all at once", () => {
  test("an event that comes twice in one batch is shown once, where it came first", async () => {
    const inbox = anInbox();
    const [one, other] = [aReminder({ title: "one" }), aReminder({ title: "other" })];
    await inbox.show([one, other, one].map(eventOf));
    expect(await inbox.titles()).toEqual(["other", "one"]);
  });

  test("a replay of everything, a year later, in another order and other batches, shows nothing again", async () => {
    const inbox = anInbox();
    const events = Array.from({ length: 30 }, (_, n) => eventOf(aReminder({ title: `no. ${n}` })));
    await inbox.show(events);
    const before = await inbox.titles();
    inbox.clock.advance(365 * 86_400_000);
    for (const event of events.toReversed()) await inbox.show([event, event]);
    expect(await inbox.titles()).toEqual(before);
    expect(await inbox.told()).toHaveLength(30);
  });

  test("the same occurrence with another title is still the same", async () => {
    const inbox = anInbox();
    const due = aReminder();
    await inbox.show([eventOf(due)]);
    await inbox.show([eventOf({ ...due, title: "another title" })]);
    expect(await inbox.titles()).toEqual(["call mum"]);
  });
});

describe("inboxes", () => {
  test("the same occurrence of another person is theirs", async () => {
    const inbox = anInbox();
    const due = aReminder();
    await inbox.show([eventOf(due), eventOf({ ...due, user_id: "bob" })]);
    expect(await inbox.titles("bob")).toEqual(["call mum"]);
  });

  test("people whose names look like keys do not meet", async () => {
    const inbox = anInbox();
    await inbox.show([
      eventOf(aReminder({ user_id: "a:b" })),
      eventOf(aReminder({ user_id: "a" })),
    ]);
    expect(await inbox.titles("a:b")).toHaveLength(1);
    expect(await inbox.titles("a%3Ab")).toEqual([]);
  });

  test("two batches at once lose nothing and double nothing", async () => {
    const inbox = anInbox();
    const events = Array.from({ length: 10 }, () => eventOf(aReminder()));
    await Promise.all([inbox.show(events), inbox.show(events.toReversed())]);
    expect(await inbox.titles()).toHaveLength(10);
    expect(await inbox.told()).toHaveLength(10);
  });

  test("an inbox keeps the newest five hundred, and knows what has left it", async () => {
    const inbox = anInbox();
    const events = Array.from({ length: 560 }, (_, n) => eventOf(aReminder({ title: `no. ${n}` })));
    for (let from = 0; from < events.length; from += 80)
      await inbox.show(events.slice(from, from + 80));
    const elements = [...inbox.store.rows().values()].filter(
      ({ value }) => Notification.safeParse(value).success,
    );
    expect(elements).toHaveLength(500);
    await inbox.show(events.slice(0, 80));
    expect((await inbox.titles())[0]).toBe("no. 559");
    expect(await inbox.told()).toHaveLength(560);
  });
});

describe("when a part fails", () => {
  test("a store that is away shows nothing and tells nothing; the repetition shows it once", async () => {
    const inbox = anInbox();
    const events = [eventOf(aReminder())];
    inbox.store.setAway(true);
    await expect(inbox.show(events)).rejects.toMatchObject({ kind: "unavailable" });
    inbox.store.setAway(false);
    await inbox.show(events);
    expect(await inbox.titles()).toHaveLength(1);
    expect(await inbox.told()).toHaveLength(1);
  });

  test("a broker that is away holds nothing up: it is shown, and told once it is back", async () => {
    const inbox = anInbox();
    inbox.publisher.setAway(true);
    await inbox.show([eventOf(aReminder())]);
    expect(await inbox.titles()).toHaveLength(1);
    inbox.publisher.setAway(false);
    expect(await inbox.told()).toHaveLength(1);
  });
});

describe("when reminders could not be planned", () => {
  const unplanned = {
    user_id: "ada",
    unplanned_id: "5b0a1f9e-6a0e-4a8e-8f51-0000000000aa",
    task_id: "5b0a1f9e-6a0e-4a8e-8f51-0000000000ab",
    title: "call mum",
    reason: "Its date lies too far ahead.",
    at: "2026-11-22T07:59:00.000Z",
  };

  test("its owner finds that in the inbox, with the reason, and is told of it once", async () => {
    const inbox = anInbox();
    for (let told = 0; told < 3; told += 1)
      await inbox.showUnplanned([{ id: unplanned.unplanned_id, data: unplanned }]);
    const { items } = await inbox.read("ada", { limit: 10 });
    expect(items).toMatchObject([
      {
        id: unplanned.unplanned_id,
        kind: "unplanned",
        title: "call mum",
        body: expect.stringContaining("Its date lies too far ahead."),
        late: false,
      },
    ]);
    expect(await inbox.told()).toEqual([{ type: CREATED, subject: unplanned.unplanned_id }]);
  });

  test("a person who was forgotten since does not hear of it any more", async () => {
    const inbox = anInbox();
    await inbox.erase("ada", new Date("2026-11-22T08:00:00.000Z"));
    await inbox.showUnplanned([{ id: unplanned.unplanned_id, data: unplanned }]);
    expect(await inbox.titles()).toEqual([]);
  });
});
