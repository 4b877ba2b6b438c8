import { expect, test } from "@jest/globals";
import { aReminder } from "../a-reminder.ts";
import { anInbox, eventOf } from "../an-inbox.ts";

test("page after page gives everything once, also while the inbox grows", async () => {
  const inbox = anInbox();
  const add = (title: string) => inbox.show([eventOf(aReminder({ title }))]);
  for (let n = 0; n < 7; n += 1) await add(`no. ${n}`);

  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await inbox.read("ada", { limit: 3, cursor });
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.next_cursor;
    await add("new");
  } while (cursor !== undefined);

  expect(titles).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `no. ${n}`));
});

test("who has no inbox has an empty one", async () => {
  expect(await anInbox().read("nobody", { limit: 50 })).toEqual({ items: [] });
});
