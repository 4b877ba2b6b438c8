import { expect, test } from "@jest/globals";
import { ConversationExport, Message } from "@todo-mesh/contracts";
import {
  anything,
  array,
  assert,
  constantFrom,
  option,
  property,
  record,
  string,
} from "fast-check";
import type { OlderMessage } from "../../src/domain/imports/older-rows.ts";
import { NOW } from "../a-task.ts";
import { aReading, aRow } from "./an-older-conversation.ts";

const only = (more: Partial<OlderMessage>) => {
  const { brought, heard } = aReading([aRow(1, more)]);
  if (typeof brought === "string") throw new Error(brought);
  return { message: brought.messages[0], heard };
};

test("a conversation comes with its messages in their order, its first sentence as its title", () => {
  const { brought, heard } = aReading([aRow(1, { content: "hello" }), aRow(2), aRow(3)]);
  expect(heard).toEqual([]);
  expect(brought).toMatchObject({
    head: {
      title: "hello",
      created_at: "2025-01-01T00:00:00.000Z",
      updated_at: "2025-01-01T00:00:03.000Z",
    },
    messages: [
      { role: "person", text: "hello", at: "2025-01-01T00:00:01.000Z" },
      { role: "assistant", text: "m2" },
      { role: "person", text: "m3" },
    ],
  });
});

test("an answer has the turn of the message that it answers", () => {
  const { brought } = aReading([aRow(1), aRow(2), aRow(3)]);
  const turns = typeof brought === "string" ? [] : brought.messages.map(({ turn_id }) => turn_id);
  expect(turns[0]).toBe(turns[1]);
  expect(turns[2]).not.toBe(turns[1]);
});

test.each<[string, Partial<OlderMessage>, object, string[]]>([
  ["no text", { content: null }, { text: "" }, ["1 no-text"]],
  ["an empty text", { content: " \n" }, { text: " \n" }, ["1 empty"]],
  ["no role", { role: null }, { role: "unknown" }, ["1 no-role"]],
  ["an unknown role", { role: "System" }, { role: "System" }, ["1 unknown-role"]],
  ["a role in capitals", { role: "USER " }, { role: "person" }, []],
  ["no time", { createdAt: null }, { at: "2025-01-01T00:00:00.000Z" }, ["1 no-time"]],
  [
    "a time without end",
    { createdAt: Infinity },
    { at: "2025-01-01T00:00:00.000Z" },
    ["1 no-time"],
  ],
  [
    "a time to come",
    { createdAt: Date.UTC(2999, 0) },
    { at: "2999-01-01T00:00:00.000Z" },
    ["1 future-time"],
  ],
  ["NUL", { content: "a\0b" }, { text: "a\ufffdb" }, ["1 nul", "1 left: nul"]],
  ["half a character", { content: "a\ud83d" }, { text: "a\ufffd" }, ["1 nul", "1 left: nul"]],
  ["UTF-8 read as Latin-1", { content: "schÃ¶n" }, { text: "schÃ¶n" }, ["1 encoding"]],
  ["a user in other letters", { userId: "ADA" }, { text: "m1" }, ["1 other-case"]],
  ["no user", { userId: null }, { text: "m1" }, []],
])("%s is kept as far as it can be, and reported", (_, more, kept, heard) => {
  const found = only(more);
  expect(found.message).toMatchObject(kept);
  expect(found.heard).toEqual(heard);
});

test("of a text of 1 MB the beginning is kept, and the whole row is left for the file", () => {
  const { message, heard } = only({ content: "😀".repeat(250_000) });
  expect(message?.text.length).toBeLessThanOrEqual(16_000);
  expect(message?.text.endsWith("…")).toBe(true);
  expect(heard).toEqual(["1 long", "1 left: long"]);
});

test.each<[string, string | null, object[] | undefined, string[]]>([
  ["none", null, undefined, []],
  ["an empty column", "  ", undefined, []],
  ["JSON null", "null", undefined, []],
  ["an empty list", "[]", undefined, []],
  [
    "JSON",
    '[{"id":"c1","name":"add","arguments":{"title":"milk"},"result":{"ok":true}}]',
    [{ id: "c1", name: "add", arguments: { title: "milk" }, result: { ok: true } }],
    [],
  ],
  [
    "JSON as text of JSON",
    JSON.stringify('[{"name":"add"}]'),
    [{ id: "older-0", name: "add", arguments: {}, result: null }],
    [],
  ],
  [
    "as a model writes it",
    '[{"id":"c1","type":"function","function":{"name":"add","arguments":"{\\"n\\":1}"}}]',
    [{ id: "c1", name: "add", arguments: { n: 1 }, result: null }],
    [],
  ],
  ["broken JSON", '[{"name":', undefined, ["1 tool-calls", "1 left: tool-calls"]],
  ["text", "added milk", undefined, ["1 tool-calls", "1 left: tool-calls"]],
  ["half a character", '[{"name":"\\ud83d"}]', undefined, ["1 tool-calls", "1 left: tool-calls"]],
  [
    "more than can be kept",
    JSON.stringify([{ name: "a".repeat(20_000) }]),
    undefined,
    ["1 many-tool-calls", "1 left: many-tool-calls"],
  ],
])("tool calls that are %s", (_, toolCalls, kept, heard) => {
  const found = only({ toolCalls });
  expect(found.message?.tool_calls).toEqual(kept);
  expect(found.heard).toEqual(heard);
});

test("only the newest 200 are kept; each that is older is left, and none twice", () => {
  const long = "x".repeat(20_000);
  const rows = Array.from({ length: 300 }, (_, n) => aRow(n + 1, n === 5 ? { content: long } : {}));
  const { brought, heard } = aReading(rows);
  const kept = typeof brought === "string" ? [] : brought.messages;
  expect(kept).toHaveLength(200);
  expect(kept[0]?.text).toBe("m101");
  const left = heard.filter((each) => each.includes("left:"));
  expect(left.filter((each) => each.endsWith("older"))).toHaveLength(99);
  expect(left.filter((each) => each.startsWith("6 "))).toEqual(["6 left: long"]);
});

test("a message of another user is left behind, whatever it says", () => {
  const { brought, heard } = aReading([aRow(1), aRow(2, { userId: "bob" })]);
  expect(brought).toMatchObject({ messages: [{ text: "m1" }] });
  expect(heard).toEqual(["2 left: another-user"]);
});

test.each<[string, string | null, number, string]>([
  ["of nobody", null, 17, "no-owner"],
  ["of a user who cannot sign in here", "ada lovelace", 17, "bad-owner"],
  ["without a number", "ada", 0, "bad-number"],
])("a conversation %s is left with all its messages", (_, userId, number, why) => {
  const { brought, heard } = aReading([aRow(1)], number, userId);
  expect(brought).toBe(why);
  expect(heard).toEqual([`1 left: ${why}`]);
});

const odd = <Value>(values: readonly Value[]) => option(constantFrom(...values), { nil: null });
const rows = array(
  record({
    userId: odd(["ada", "ADA", "bob", ""]),
    role: odd(["user", "assistant", "tool", "", "\0", "\ud800"]),
    content: option(string({ unit: "binary" }), { nil: null }),
    toolCalls: option(
      anything().map((value) => JSON.stringify(value) ?? "{"),
      { nil: null },
    ),
    createdAt: odd([NaN, -Infinity, -1e300, 0, NOW.getTime(), 1e300]),
  }),
  { maxLength: 30 },
);

test("whatever the rows hold, each is kept or left, and what is kept is read by the API", () => {
  assert(
    property(rows, (some) => {
      const { brought, heard } = aReading(some.map((row, n) => ({ id: n + 1, ...row })));
      if (typeof brought === "string") throw new Error(brought);
      const { head, messages } = brought;
      expect(ConversationExport.parse({ ...head, messages })).toEqual({ ...head, messages });
      for (const message of messages) expect(Message.parse(message)).toEqual(message);
      const alien = heard.filter((each) => each.endsWith("left: another-user")).length;
      expect(messages.length + alien).toBe(some.length);
    }),
  );
});
