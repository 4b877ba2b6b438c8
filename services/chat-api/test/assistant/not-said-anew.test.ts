import { beforeEach, describe, expect, test } from "@jest/globals";
import { signDevToken } from "@todo-mesh/kit";
import request from "supertest";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi, fieldsOf, SECRET } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
let conversation_id: string;
beforeEach(async () => {
  api = await aChatApi();
  conversation_id = (await api.say("add tea").expect(200)).body.conversation_id;
});

const say = async (message: string) => (await api.say(message, { conversation_id })).body;
const lastOfPerson = async (): Promise<string> => {
  const said = (await api.messages(conversation_id)).filter(({ role }) => role === "person");
  return said.at(-1)?.id ?? "";
};
const anew = (message: string, replaces_message_id: string) =>
  api.say(message, { conversation_id, replaces_message_id });
const again = (body: object = {}) =>
  api.as("post", `/conversations/${conversation_id}/regenerate`).send(body);

describe("a message that would replace another is refused, and nothing is changed,", () => {
  test("where more was said since", async () => {
    const first = await lastOfPerson();
    await say("add milk");
    const { body } = await anew("add soy milk", first).expect(409);
    expect(body.detail).toContain("Only your last message can be replaced");
    expect(await api.titles()).toEqual(["tea", "milk"]);
  });

  test("where there is no such message, or it is an answer", async () => {
    const [, answer] = await api.messages(conversation_id);
    for (const id of [api.ids.next(), answer?.id ?? ""]) await anew("add milk", id).expect(404);
    expect(await api.titles()).toEqual(["tea"]);
  });

  test("where no conversation is named, or it is another's", async () => {
    const replaces_message_id = await lastOfPerson();
    const without = await api.say("add milk", { replaces_message_id }).expect(400);
    expect(fieldsOf(without)).toEqual(["conversation_id"]);
    const bob = { bearer: await signDevToken(SECRET, { user: "bob" }) };
    const body = { message: "add milk", conversation_id, replaces_message_id };
    for (const [path, sent] of [
      ["/chat", body],
      [`/conversations/${conversation_id}/regenerate`, {}],
    ] as const)
      await request(api.app)
        .post(`/api/bob${path}`)
        .auth(bob.bearer, { type: "bearer" })
        .send(sent)
        .expect(404);
    expect(await api.messages(conversation_id)).toHaveLength(2);
  });

  test("while its answer is still being given", async () => {
    const going = Promise.withResolvers<void>();
    const turns = createTurns({
      ...api,
      responder: async () => {
        await going.promise;
        return { text: "Done." };
      },
    });
    const turn = turns.take(
      { userId: ADA, request: { message: "hm", conversation_id } },
      () => undefined,
    );
    while ((await api.messages(conversation_id)).length < 3);
    await anew("add milk", await lastOfPerson())
      .set("prefer", "wait=0")
      .expect(409);
    await again().set("prefer", "wait=0").expect(409);
    going.resolve();
    await turn;
    expect(await api.messages(conversation_id)).toHaveLength(4);
  });
});
