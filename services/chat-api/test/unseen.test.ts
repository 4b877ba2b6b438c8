import { describe, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import { aChatApi, fieldsOf } from "./a-chat-api.ts";
import { ADA, aTask } from "./a-task.ts";

const UNSEEN = [
  ["zero-width spaces", "\u200b\u200b"],
  ["a joiner", "\u200d"],
  ["a variation selector", "\ufe0f"],
  ["fillers of Hangul", "\u3164\u115f\uffa0"],
  ["blank braille", "\u2800"],
  ["a soft hyphen", "\u00ad"],
  ["marks of direction", "\u202e\u2066\u200f"],
  ["letters of tags", "\u{e0041}"],
  ["these with spaces", " \u200b\u3000\u2800 "],
] as const;

describe("what nobody can see", () => {
  const doors = {
    title: ["/tasks", (title) => ({ title }), "title"],
    tag: ["/tasks", (tag) => ({ title: "x", tags: ["x", tag] }), "tags.1"],
    message: ["/chat", (message) => ({ message }), "message"],
    sentence: ["/when", (text) => ({ text, timezone: "UTC" }), "text"],
  } satisfies Record<string, readonly [string, (unseen: string) => object, string]>;
  const names = ["title", "tag", "message", "sentence"] as const;
  const refused = names.flatMap((what) => UNSEEN.map((row) => [what, ...row] as const));
  test.each(refused)(
    "is refused as a %s, and the field is named: %s, %j",
    async (what, _, unseen) => {
      const [path, bodyOf, field] = doors[what];
      const api = await aChatApi();
      const answer = await api.as("post", path).send(bodyOf(unseen)).expect(400);
      const message = "must have something in it that can be seen";
      expect(answer.body.errors).toEqual([{ field, message }]);
    },
  );

  test.each([
    ["/tasks?query=%E2%80%8B", "query"],
    ["/tasks?tag=%E2%80%8B", "tag.0"],
  ])("is not looked for: %s", async (path, field) => {
    const api = await aChatApi();
    expect(fieldsOf(await api.as("get", path).expect(400))).toEqual([field]);
  });

  test.each(UNSEEN)("%s is no title in the chat either: %j", async (_, unseen) => {
    const api = await aChatApi();
    const { body } = await api.say(`add “${unseen}”`).expect(200);
    expect(body.response).toContain("What is it about?");
    await api.say(`remind me to ${unseen} tomorrow at 9`).expect(200);
    expect(await api.titles()).toEqual([]);
  });

  test.each(["x\u200b", "❤\ufe0f", "\u3164x", "⠓", "\u0301", "…"])(
    "%j can be seen",
    async (title) => {
      const api = await aChatApi();
      const task = await api.addTask({ title, tags: [title] });
      expect(task).toMatchObject({ title, tags: [title] });
    },
  );

  test("that was kept before is read, changed and searched", async () => {
    const api = await aChatApi();
    const old = aTask({ title: "\u200b", tags: ["\u3164"] });
    await atomically(api.rows, async (tx) => (await api.tasks.change(tx, ADA)).put(old));
    expect(await api.titles()).toEqual(["\u200b"]);
    expect(await api.titles("?query=milk")).toEqual([]);
    await api.as("patch", `/tasks/${old.id}`).send({ title: "milk" }).expect(200);
    expect(await api.titles("?query=milk")).toEqual(["milk"]);
  });

  test("at the beginning of a message makes no title of a conversation", async () => {
    const api = await aChatApi();
    await api.say(`${"\u200b".repeat(100)}list`).expect(200);
    const { body, text } = await api.as("get", "/export").expect(200);
    const [{ title }] = JSON.parse(text ?? String(body)).conversations;
    expect(title).toBe("list");
  });
});
