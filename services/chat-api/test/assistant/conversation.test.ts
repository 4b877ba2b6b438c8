import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, fieldsOf, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("a reminder is set, and the answer says the absolute local time", async () => {
  const res = await api.say("remind me to call mum at 18:30").expect(200);
  expect(res.body).toEqual({
    conversation_id: expect.any(String),
    turn_id: expect.any(String),
    response: "I will remind you to call mum on Sunday 22 November 2026 at 18:30 (Europe/Rome).",
    tool_calls: [
      {
        id: `${res.body.turn_id}.1`,
        name: "add_task",
        arguments: { title: "call mum", when: "at 18:30", remind: true, link: "to" },
        result: {
          outcome: "added",
          task: expect.objectContaining({ title: "call mum", status: "open" }),
          remind: true,
          link: "to",
        },
      },
    ],
  });
  expect(await api.events()).toMatchObject([
    {
      type: "todo.task.created.v1",
      data: {
        task: {
          due: {
            local: "2026-11-22T18:30:00",
            timezone: "Europe/Rome",
            at: "2026-11-22T17:30:00.000Z",
          },
        },
        change: { by: "assistant", turn_id: res.body.turn_id },
      },
    },
  ]);
});

test("a whole list, from the first task to the last", async () => {
  let conversation_id: string | undefined;
  const says = async (message: string): Promise<string> => {
    const { body } = await api.say(message, { conversation_id }).expect(200);
    conversation_id = body.conversation_id;
    return body.response;
  };
  expect(await says("list")).toBe("Your list is empty: there is no open task.");
  expect(await says("add buy milk")).toBe("I added “buy milk” to your list.");
  expect(await says("add buy bread")).toBe("I added “buy bread” to your list.");
  expect(await says("add call mum at 9")).toBe(
    "“at 9” can mean several things, so I have added nothing yet:\n1. Sunday 22 November 2026, 21:00, Europe/Rome\n2. Monday 23 November 2026, 09:00, Europe/Rome\nWhich one? Say its number.",
  );
  expect(await says("2")).toBe(
    "I added “call mum” and will remind you on Monday 23 November 2026 at 09:00 (Europe/Rome).",
  );
  expect(await says("what's on my list?")).toBe(
    "3 tasks are open:\n1. call mum (Monday 23 November 2026 at 09:00 (Europe/Rome))\n2. buy milk\n3. buy bread",
  );
  expect(await says("complete buy")).toBe(
    "Several tasks fit “buy”:\n1. buy milk\n2. buy bread\nWhich one? Say its number.",
  );
  expect(await says("the second one")).toBe("I marked “buy bread” as done.");
  expect(await says("done with bread")).toBe("“buy bread” is already done; nothing had to change.");
  expect(await says("reopen bread")).toBe("“buy bread” is open again.");
  expect(await says("delete mum")).toBe("I moved “call mum” to the trash.");
  expect(await says("complete mum")).toBe(
    "I find no task called “mum”. Say “list” to see them all.",
  );
  expect(await says("complete buy mlik")).toBe(
    "I find no task called “buy mlik”. Do you mean “buy milk” or “buy bread”?",
  );
  expect(await says("what is due tomorrow")).toBe("Nothing is due tomorrow.");
  expect(await says("list")).toBe("2 tasks are open:\n1. buy milk\n2. buy bread");
  expect(await says("complete 1")).toBe("I marked “buy milk” as done.");
  expect(await says("complete 7")).toContain("I do not know which task you mean");
  expect(await says("show done tasks")).toBe("1 task is done:\n1. buy milk");
  expect(await api.titles()).toEqual(["buy milk", "buy bread"]);
  expect(await api.messages(conversation_id ?? "")).toHaveLength(36);
});

test("what it does not understand, or must ask back, changes nothing and says so", async () => {
  for (const message of [
    "abracadabra",
    "remind me to call mum tomorrow",
    "remind me to call mum every day",
    "remind me",
    "2",
    "delete all",
  ]) {
    const { body } = await api.say(message).expect(200);
    expect(body.response).toMatch(/changed nothing|added nothing|do not know which/);
    expect(body.tool_calls).toEqual([]);
  }
  expect(await api.titles()).toEqual([]);
});

test("a conversation keeps 200 messages and goes on", async () => {
  const { body } = await api.say("help");
  for (let n = 0; n < 104; n += 1)
    await api.say("help", { conversation_id: body.conversation_id }).expect(200);
  const kept = await api.messages(body.conversation_id);
  expect(kept).toHaveLength(200);
  expect(kept.at(-1)?.role).toBe("assistant");
});

test("ten messages at once are all kept, each with its answer", async () => {
  const { body } = await api.say("help");
  const { conversation_id } = body;
  const said = Array.from({ length: 10 }, (_, at) => `add task ${at}`);
  await Promise.all(said.map((message) => api.say(message, { conversation_id }).expect(200)));
  const all = await api.messages(conversation_id);
  expect(
    all
      .filter(({ role }) => role === "person")
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(["help", ...said].toSorted());
  for (const { turn_id } of all)
    expect(all.filter((one) => one.turn_id === turn_id)).toHaveLength(2);
  expect(await api.titles()).toHaveLength(10);
});

test.each([
  [{}, "message"],
  [{ message: "  " }, "message"],
  [{ message: "x".repeat(8_001) }, "message"],
  [{ message: "list", conversation_id: "mine" }, "conversation_id"],
  [{ message: "list", timezone: "Mars/Olympus" }, "timezone"],
  [{ message: "list", model: "x" }, "model"],
])("%j is refused, and the field is named", async (body, field) => {
  const res = await api.as("post", "/chat").send(body).expect(400);
  expect(fieldsOf(res)).toContain(field);
});

test("a conversation that is unknown, or another person's, is the same 404", async () => {
  const unknown = await api
    .say("list", { conversation_id: "01900000-0000-7000-8000-00000000dead" })
    .expect(404);
  expect(unknown.body.type).toBe("urn:todo-mesh:problem:not-found");
  expect(await api.titles()).toEqual([]);
});
