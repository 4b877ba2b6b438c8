import { afterEach, expect, test } from "@jest/globals";
import { aChatWithModel, calls, words } from "./a-model.ts";

let close = async (): Promise<void> => undefined;
afterEach(() => close());

/** Ada's list, and what she was asked. */
async function asked() {
  const api = await aChatWithModel((body) =>
    JSON.parse(body).messages.length > 2
      ? words("Hm.")
      : calls(["delete_task", { task: "dentist" }]),
  );
  close = api.close;
  for (const title of ["dentist", "milk"]) await api.addTask({ title });
  const { conversation_id, approval } = (await api.say("the dentist, hm, away with it")).body;
  const lastOfPerson = async (): Promise<string> => {
    const said = (await api.messages(conversation_id)).filter(({ role }) => role === "person");
    return said.at(-1)?.id ?? "";
  };
  const anew = async () => {
    const replaces = { conversation_id, replaces_message_id: await lastOfPerson() };
    return (await api.say("what's on my list?", replaces).expect(200)).body;
  };
  return { ...api, conversation_id, approval, anew };
}

test("what a message led to is allowed no more once that is said anew", async () => {
  const api = await asked();
  await api.anew();
  for (const decision of ["approve", "reject"]) {
    const { body } = await api
      .as("post", `/approvals/${api.approval.id}`)
      .send({ decision })
      .expect(200);
    expect(body).toMatchObject({
      response: "You have said that anew, so I have done nothing of it.",
      decided: { status: "outdated" },
      tool_calls: [],
    });
  }
  expect(await api.titles()).toHaveLength(2);
  const { items } = (await api.as("get", "/approvals").expect(200)).body;
  expect(items).toMatchObject([{ id: api.approval.id, status: "outdated" }]);
});

test("what a yes did is taken back where the yes is said anew", async () => {
  const api = await asked();
  const { conversation_id } = api;
  await api.say("yes", { conversation_id }).expect(200);
  expect(await api.titles()).toEqual(["milk"]);
  await api.anew();
  expect(await api.titles()).toHaveLength(2);
});

test("and what a button did, where the message that asked is said anew", async () => {
  const api = await asked();
  await api.as("post", `/approvals/${api.approval.id}`).send({ decision: "approve" }).expect(200);
  expect(await api.titles()).toEqual(["milk"]);
  const { response } = await api.anew();
  expect(response).toMatch(/^I took that back: “dentist” is back on your list\.\n/);
  expect(await api.messages(api.conversation_id)).toHaveLength(2);
});
