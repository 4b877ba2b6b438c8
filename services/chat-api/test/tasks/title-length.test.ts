import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

type Door = (title: string) => Promise<unknown>;

// Each gives a task this title, and answers what its title is then, if it was taken.
const DOORS: readonly (readonly [string, Door])[] = [
  ["POST /tasks", async (title) => titleIn(await api.as("post", "/tasks").send({ title }))],
  [
    "PATCH /tasks/{id}",
    async (title) => {
      const { id } = await api.addTask({ title: "x" });
      return titleIn(await api.as("patch", `/tasks/${id}`).send({ title }));
    },
  ],
  [
    "POST /tasks/batch",
    async (title) => {
      const operations = [{ op: "create", task: { title } }];
      const { body } = await api.as("post", "/tasks/batch").send({ operations });
      return body.results?.[0]?.task?.title;
    },
  ],
  ["the chat", (title) => said(`add ${title}`)],
  ["the chat, with a time", (title) => said(`remind me to ${title} in 20 minutes`)],
  ["the chat, in quotes", (title) => said(`add "${title}"`)],
];

// A problem has a title as well.
const titleIn = ({ status, body }: { status: number; body: { title?: string } }) =>
  status < 300 ? body.title : undefined;

async function said(message: string): Promise<unknown> {
  await api.say(message).expect(200);
  return (await api.titles())[0];
}

/** Of one code unit, of two, of a base and a mark, and of one that is longer once its signs are spelled out. */
const SIGNS = ["x", "🦉", "e\u0301", "ﷺ"];
const titleOf = (sign: string, length: number): string =>
  Array.from(sign.repeat(length)).slice(0, length).join("");

test.each(DOORS)(
  "a title has 200 characters of any kind at %s, and not one more",
  async (_name, door) => {
    for (const sign of SIGNS) {
      api = await aChatApi();
      const longest = titleOf(sign, 200);
      expect([sign, await door(longest)]).toEqual([sign, longest]);
      api = await aChatApi();
      expect([sign, await door(titleOf(sign, 201))]).toEqual([sign, undefined]);
    }
  },
);

const words = (between: string): string => Array.from({ length: 50 }, () => "abc").join(between);

test.each(DOORS)(
  "spaces that are no part of a title are not counted at %s",
  async (_name, door) => {
    expect(await door(`${words("  ")}  `)).toBe(words(" "));
  },
);

test("a title of 200 owls is found by its name in the chat", async () => {
  const owls = "🦉".repeat(200);
  await api.addTask({ title: owls });
  const { body } = await api.say(`complete ${owls}`);
  expect(body.response).toBe(`I marked “${owls}” as done.`);
});
