import { beforeEach, describe, expect, test } from "@jest/globals";
import { ConversationPage, ConversationRead, isOfOlder } from "@todo-mesh/contracts";
import { crashingPorts, CRASHES, inMemoryJobs } from "@todo-mesh/ports/testing";
import { createCommit } from "@todo-mesh/state";
import { assert, asyncProperty, constantFrom, integer, nat, record } from "fast-check";
import {
  bringConversation,
  type Bringing,
  checkBrought,
} from "../../src/use-cases/own-data/bring-conversation.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { anOlder } from "./an-older-conversation.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const bring = (older = anOlder(3)): Promise<Bringing> => bringConversation(api)(older);
const check = (older = anOlder(3)) => checkBrought(api.rows)(older);
const read = async (id: number | string): Promise<ConversationRead> =>
  ConversationRead.parse((await api.as("get", `/conversations/${id}?limit=200`).expect(200)).body);
const texts = async (id: number | string): Promise<string[]> =>
  (await read(id)).items.map(({ text }) => text).toReversed();
const say = (conversation_id: number | string, message = "help") =>
  api.say(message, { conversation_id }).expect(200);

describe("a conversation of the older product", () => {
  test("is found by its number, goes on by it, and is one with that of its id", async () => {
    expect(await bring()).toBe("taken");
    expect(await check()).toBe("same");
    const { id } = await read(17);
    const { body } = await say(17, "add buy milk");
    expect(body.conversation_id).toBe(id);
    expect((await texts(17)).slice(0, 4)).toEqual(["m1", "m2", "m3", "add buy milk"]);
    expect(await texts(id)).toEqual(await texts(17));
    await api.as("patch", "/conversations/17").send({ title: "milk" }).expect(200);
    expect((await api.as("get", "/conversations/17/export").expect(200)).body.title).toBe("milk");
    await api.as("delete", "/conversations/17").expect(200);
    await api.as("get", `/conversations/${id}`).expect(404);
  });

  test.each([17, 0, -1, 1.5, 1e30])(
    "that is not there is not begun by its number: %s",
    async (id) => {
      const status = Number.isSafeInteger(id) && id > 0 ? 404 : 400;
      expect((await api.say("help", { conversation_id: id })).status).toBe(status);
      expect((await api.as("get", `/conversations/${id}`)).status).toBe(404);
    },
  );

  test("is another's no more than any other conversation", async () => {
    await bring(anOlder(3, 17, "bob"));
    expect((await api.as("get", "/conversations/17")).status).toBe(404);
  });

  test("is brought once, however often it is", async () => {
    await bring();
    await say(17);
    const before = [...api.rows.rows()];
    expect(await bring()).toBe("there");
    expect([...api.rows.rows()]).toEqual(before);
  });

  test("that has gone on here is not overwritten: what was said there since goes before it", async () => {
    await bring(anOlder(3));
    await say(17, "hello here");
    expect(await bring(anOlder(5))).toBe("taken");
    const all = await texts(17);
    expect(all.slice(0, 6)).toEqual(["m1", "m2", "m3", "m4", "m5", "hello here"]);
    expect(await check(anOlder(5))).toBe("same");
    expect(await check(anOlder(3))).toBe("differs");
  });

  test("keeps 200 messages with those that came here, and the newest of the older ones", async () => {
    await bring(anOlder(200));
    await say(17);
    await bring(anOlder(201));
    const all = await texts(17);
    expect(all).toHaveLength(200);
    expect(all[0]).toBe("m4");
    expect(all[197]).toBe("m201");
    expect(await check(anOlder(201))).toBe("same");
  });

  test("that its person deleted here does not come back, also when they were erased", async () => {
    await bring();
    await api.as("delete", "/conversations/17").expect(200);
    expect([await bring(), await bring(anOlder(9)), await check()]).toEqual([
      "gone",
      "gone",
      "gone",
    ]);
    await bring(anOlder(3, 18));
    await api.as("delete", "/").expect(200);
    expect([...api.rows.rows().keys()].filter((key) => key.includes("ada:0"))).toEqual([]);
    expect(await bring(anOlder(3, 18))).toBe("gone");
    await api.as("get", "/conversations/18").expect(404);
  });

  test("stands in the list before all that began here", async () => {
    await api.say("begun here").expect(200);
    for (const number of [9, 8, 7]) await bring(anOlder(1, number));
    const { items } = ConversationPage.parse((await api.as("get", "/conversations")).body);
    const ids = await Promise.all([9, 8, 7].map(async (id) => (await read(id)).id));
    expect(items.map(({ id }) => id).slice(1)).toEqual(ids);
    const page = ConversationPage.parse((await api.as("get", "/conversations?limit=2")).body);
    const rest = await api.as("get", `/conversations?limit=2&cursor=${page.next_cursor}`);
    expect(ConversationPage.parse(rest.body).items.map(({ id }) => id)).toEqual(ids.slice(1));
  });

  test("finds no room where its person has as many as they may, and takes none of theirs", async () => {
    await api.say("begun here").expect(200);
    const full = bringConversation({ ...api, quotas: { ...api.quotas, conversations: 1 } });
    expect(await full(anOlder(3))).toBe("no-room");
    expect(await check()).toBe("missing");
    expect(ConversationPage.parse((await api.as("get", "/conversations")).body).items).toHaveLength(
      1,
    );
  });

  test("is found out where it is not what was brought", async () => {
    await bring();
    const [older] = anOlder(3).messages;
    const messages = [{ ...older!, text: "another" }, ...anOlder(3).messages.slice(1)];
    expect(await check({ ...anOlder(3), messages })).toBe("differs");
    expect(await check(anOlder(3, 99))).toBe("missing");
  });
});

test("whoever brings may die at any commit: brought again, nothing is lost, doubled or out of order", async () => {
  const plan = record({
    crash: constantFrom(...CRASHES),
    afterCommits: nat(4),
    count: integer({ min: 1, max: 250 }),
    more: integer({ min: 0, max: 30 }),
    said: nat(2),
  });
  await assert(
    asyncProperty(plan, async ({ crash, afterCommits, count, more, said }) => {
      api = await aChatApi();
      const { rows, publisher } = api;
      const life = crashingPorts({ store: rows, publisher, jobs: inMemoryJobs() });
      life.crash(crash, { afterCommits });
      const mortal = bringConversation({ ...api, commit: createCommit(life.store) });
      const died = await mortal(anOlder(count)).then(
        () => false,
        () => true,
      );
      const isThere = (await api.as("get", "/conversations/17")).status === 200;
      const sayings = isThere ? said : 0;
      for (let n = 0; n < sayings; n += 1) await say(17, `here ${n}`);
      const whole = anOlder(count + more);
      expect(["taken", "there"]).toContain(await bring(whole));
      expect(await check(whole)).toBe("same");
      const items = (await read(17)).items.toReversed();
      const older = items.filter(({ id }) => isOfOlder(id)).map(({ text }) => text);
      const here = sayings * 2;
      const kept = Math.min(200 - here, count + more);
      expect(older).toEqual(
        Array.from({ length: kept }, (_, n) => `m${count + more - kept + n + 1}`),
      );
      expect(items.slice(0, kept).every(({ id }) => isOfOlder(id))).toBe(true);
      expect(items).toHaveLength(kept + here);
      expect(died || !life.isDead()).toBe(true);
    }),
    { numRuns: 15 },
  );
});
