import { expect, test } from "@jest/globals";
import { ChatRequest, conversationNamed, idOfOlder, isOfOlder } from "../src/index.ts";

const SEVENTEEN = idOfOlder("conversation", 17);

test("a number of the older product leads to one id, for ever", () => {
  expect(SEVENTEEN).toBe("2cf4ab47-1b7b-50d4-87fa-1ceefaf6e202");
  expect(idOfOlder("conversation", 18)).not.toBe(SEVENTEEN);
  expect(idOfOlder("message", 17)).not.toBe(SEVENTEEN);
});

test("such an id is told from those of today", () => {
  expect(isOfOlder(SEVENTEEN)).toBe(true);
  expect(isOfOlder("0199d2a4-4f3e-7c1a-9b0e-5a6f7b8c9d0e")).toBe(false);
});

test("a path names a conversation by its number or by its id", () => {
  expect(conversationNamed("17")).toBe(SEVENTEEN);
  for (const name of [SEVENTEEN, "017", "0", "-17", "17.0", "9".repeat(16), ""])
    expect(conversationNamed(name)).toBe(name);
});

const parsed = (conversation_id: unknown) =>
  ChatRequest.safeParse({ message: "help", conversation_id }).data?.conversation_id;

test("so does a message of the chat, but for what is no number of anything", () => {
  for (const name of [17, "17", SEVENTEEN]) expect(parsed(name)).toBe(SEVENTEEN);
  for (const none of [0, -1, 1.5, "017", "-17", "", null, 2 ** 53])
    expect(parsed(none)).toBeUndefined();
});
