import { expect, test } from "@jest/globals";
import { aReminder, at } from "../a-reminder.ts";
import { anInbox, eventOf } from "../an-inbox.ts";

test("of notifications that are asked for, those in this inbox are found, as they are now", async () => {
  const inbox = anInbox();
  const [first, second, other] = [aReminder(), aReminder(), aReminder({ user_id: "bob" })];
  await inbox.show([first, second, other].map(eventOf));
  inbox.clock.set(at("08:05:00"));
  const read = await inbox.markRead("ada", second.occurrence_id);
  const ids = [second, other, first, aReminder()].map(({ occurrence_id }) => occurrence_id);
  const { items } = await inbox.find("ada", ids);
  expect(items).toMatchObject([{ id: first.occurrence_id }, read]);
  expect(items).toHaveLength(2);
});

test("of an inbox that was erased nothing is found, though others took the numbers", async () => {
  const inbox = anInbox();
  const [gone, next] = [aReminder(), aReminder({ due_at: at("09:00:00").toISOString() })];
  await inbox.show([eventOf(gone)]);
  await inbox.erase("ada", at("08:30:00"));
  await inbox.show([eventOf(next)]);
  expect(await inbox.find("ada", [gone.occurrence_id])).toEqual({ items: [] });
});
