import { afterEach, expect, test } from "@jest/globals";
import { aChatWithModel, calls, words } from "./a-model.ts";

let close = async (): Promise<void> => undefined;
afterEach(() => close());

const complete = (task: string) => ["complete_task", { task }] as const;
const remove = (task: string) => ["delete_task", { task }] as const;

/** Ada's list, and what she says to a model that wishes this each time. */
async function asked(
  titles: readonly string[],
  ...wishes: readonly (readonly [name: string, given: object])[]
) {
  const api = await aChatWithModel((body) =>
    JSON.parse(body).messages.length > 2 ? words("Hm.") : calls(...wishes),
  );
  close = api.close;
  for (const title of titles) await api.addTask({ title });
  const said = (await api.say("the dentist and the milk, hm, away with them")).body;
  const { conversation_id, approval } = said;
  return {
    ...api,
    said,
    approval,
    reply: async (message: string) => (await api.say(message, { conversation_id })).body,
    decide: (decision: string, key = "") =>
      api
        .as("post", `/approvals/${approval.id}`)
        .set(key ? { "idempotency-key": key } : {})
        .send({ decision }),
    conversation: async () =>
      (await api.as("get", `/conversations/${conversation_id}`).expect(200)).body.items,
  };
}

test("a deletion is asked with its exact effect, and nothing is done until then", async () => {
  const api = await asked(["dentist", "milk"], remove("dentist"));
  expect(api.said.response).toContain("- move “dentist” to the trash\nShall I? Say yes or no.");
  expect(api.approval).toMatchObject({
    status: "pending",
    turn_id: api.said.turn_id,
    conversation_id: api.said.conversation_id,
    acts: [{ name: "delete_task", effect: "move “dentist” to the trash" }],
  });
  expect(await api.titles()).toHaveLength(2);
});

test.each(["yes", "Yes, please!", "ok", "do it", "ja", "ja, mach das"])(
  "“%s” as the next message allows it, and it can be undone",
  async (yes) => {
    const api = await asked(["dentist", "milk"], remove("dentist"));
    const done = await api.reply(yes);
    expect(done).toMatchObject({
      response: "I moved “dentist” to the trash.",
      decided: { id: api.approval.id, status: "approved" },
      tool_calls: [{ name: "delete_task" }],
    });
    expect(await api.titles()).toEqual(["milk"]);
    await api.reply("undo that");
    expect(await api.titles()).toHaveLength(2);
  },
);

test.each(["no", "No, thanks.", "don't", "nein", "lieber nicht"])(
  "“%s” lets go of it",
  async (no) => {
    const api = await asked(["dentist", "milk"], remove("dentist"));
    const { response, decided } = await api.reply(no);
    expect([response, decided.status]).toEqual([
      "All right, I have done nothing of it.",
      "rejected",
    ]);
    expect(await api.titles()).toHaveLength(2);
  },
);

test("a yes counts only for what was asked just before", async () => {
  const api = await asked(["dentist", "milk"], remove("dentist"));
  await api.reply("list");
  await api.reply("yes");
  expect(await api.titles()).toHaveLength(2);
});

test("the route carries it out once, however often and however many ask at a time", async () => {
  const api = await asked(["a1", "b2", "c3", "d4"], ...["a1", "b2", "c3", "d4"].map(complete));
  const answers = await Promise.all([1, 2, 3].map(() => api.decide("approve").expect(200)));
  answers.push(
    await api.decide("approve"),
    await api.decide("approve", "k"),
    await api.decide("approve", "k"),
  );
  expect([...new Set(answers.map(({ text }) => text))]).toEqual([answers[0]?.text]);
  expect(answers[0]?.body).toMatchObject({ decided: { status: "approved" } });
  expect(await api.titles("?status=done")).toHaveLength(4);
  expect((await api.events()).filter(({ type }) => type === "todo.task.completed.v1")).toHaveLength(
    4,
  );
  await api.decide("reject").expect(409);
  await api.reply("undo that");
  expect(await api.titles("?status=open")).toHaveLength(4);
});

test("what came of it stands in the conversation, where it is found after a reload", async () => {
  const api = await asked(["dentist", "milk"], remove("dentist"));
  const before = await api.conversation();
  expect(before[0]).toMatchObject({ approval: { id: api.approval.id, status: "pending" } });
  await api.decide("approve").expect(200);
  const [answer, question] = await api.conversation();
  expect(answer).toMatchObject({ role: "assistant", text: "I moved “dentist” to the trash." });
  expect(question).toMatchObject({ approval: { status: "approved" } });
  const list = (await api.as("get", "/approvals").expect(200)).body.items;
  expect(list).toMatchObject([{ id: api.approval.id, status: "approved" }]);
  expect(list[0]).not.toHaveProperty("said");
  const elsewhere = "?conversation_id=01900000-0000-7000-8000-00000000dead";
  expect((await api.as("get", `/approvals${elsewhere}`)).body.items).toEqual([]);
});

test("a task that was changed meanwhile is left alone, and the question is asked anew", async () => {
  const api = await asked(["dentist", "milk"], remove("dentist"), remove("milk"));
  const { items } = (await api.as("get", "/tasks?query=milk")).body;
  await api.as("patch", `/tasks/${items[0].id}`).send({ title: "oat milk" }).expect(200);
  const { decided, approval, response } = (await api.decide("approve").expect(200)).body;
  expect(response).toMatch(/^Your list was changed since I asked, so I have done nothing\./);
  expect([decided.status, approval.status]).toEqual(["outdated", "pending"]);
  expect(approval.acts[1].effect).toBe("move “oat milk” to the trash");
  expect(await api.titles()).toHaveLength(2);
  await api.reply("yes");
  expect(await api.titles()).toEqual([]);
});

test("after fifteen minutes nothing is done", async () => {
  const api = await asked(["dentist", "milk"], remove("dentist"));
  api.clock.advance(15 * 60_000);
  expect((await api.conversation())[0]).toMatchObject({ approval: { status: "expired" } });
  const { decided, response } = await api.reply("yes");
  expect([decided.status, response]).toEqual(["expired", expect.stringContaining("too long ago")]);
  expect(await api.titles()).toHaveLength(2);
});

test("a stranger finds nothing to decide", async () => {
  const api = await asked(["dentist"], remove("dentist"));
  await api
    .as("post", "/approvals/01900000-0000-7000-8000-00000000dead")
    .send({ decision: "approve" })
    .expect(404);
  await api.as("post", `/approvals/${api.approval.id}`).send({ decision: "perhaps" }).expect(400);
  expect(await api.titles()).toEqual(["dentist"]);
});

test("what several tasks fit, or none, is said instead of asked", async () => {
  const api = await asked(
    ["dentist in Rome", "dentist in Pisa"],
    remove("dentist"),
    remove("milk"),
  );
  expect(api.approval).toBeUndefined();
  expect(api.said.response).toContain("Several tasks fit “dentist”");
  expect(api.said.response).toContain("I find no task called “milk”");
});

test("a stream tells what is asked, and every device hears of it", async () => {
  const api = await asked(["dentist"], remove("dentist"));
  const { text } = await api
    .as("post", "/chat")
    .set("accept", "text/event-stream")
    .send({ message: "the dentist could really go now" });
  expect(text).toMatch(/event: approval\.requested\ndata: \{"id"/);
  await api.decide("reject").expect(200);
  const events = (await api.events()).filter(({ type }) => type.startsWith("todo.approval."));
  expect(events.map(({ type }) => type)).toEqual([
    "todo.approval.requested.v1",
    "todo.approval.requested.v1",
    "todo.approval.decided.v1",
  ]);
});

test("something new is added as it was meant when it was asked", async () => {
  const wish = ["add_task", { title: "send flowers", when: "tomorrow at 9" }] as const;
  const api = await aChatWithModel((body) =>
    JSON.parse(body).messages.length > 2 ? words("Hm.") : calls(wish),
  );
  close = api.close;
  const { approval, response } = (await api.say("her birthday, as I said, tomorrow at 9")).body;
  expect(response).toContain("- add “send flowers”, due on Monday 23 November 2026 at 09:00");
  await api.as("post", `/approvals/${approval.id}`).send({ decision: "approve" }).expect(200);
  const [task] = (await api.as("get", "/tasks")).body.items;
  expect(task).toMatchObject({ title: "send flowers", due: { local: "2026-11-23T09:00:00" } });
});

test("whoever is erased is asked nothing any more", async () => {
  const api = await asked(["dentist"], remove("dentist"));
  await api.as("delete", "").expect(200);
  expect((await api.as("get", "/approvals").expect(200)).body.items).toEqual([]);
});
