import { beforeEach, expect, test } from "@jest/globals";
import type { ChatAnswer } from "@todo-mesh/contracts";
import { until } from "@todo-mesh/ports/testing";
import type { Responder } from "../../src/use-cases/assistant/responder.ts";
import { createTurns, type Turns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";
import { asked, ear, endOf, expectWhole, talks } from "./an-ear.ts";

let api: ChatApi;
let other: ChatApi;

/** A responder that waits where it is told to. */
function waiting() {
  const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const responder: Responder = async (turn, actions, emit) => {
    emit("I begin.");
    begun.resolve();
    await go.promise;
    return talks(turn, actions, emit);
  };
  return { responder, begun: begun.promise, go: go.resolve };
}

/** Lets time pass for both replicas until something is so. */
const passing = (what: string, isSo: () => boolean): Promise<unknown> =>
  until(what, () => {
    for (const each of [api, other]) each.tick();
    return isSo();
  });

let turn: ReturnType<typeof waiting>;
let turns: Turns;
let first: ReturnType<typeof ear>;
let answer: Promise<ChatAnswer>;
beforeEach(async () => {
  api = await aChatApi();
  other = await aChatApi(api);
  turn = waiting();
  turns = createTurns({ ...api, responder: turn.responder });
  first = ear();
  answer = turns.take(asked, first.tell);
  await turn.begun;
  await passing("its first words are shown", () => first.heard.length === 2);
});

test("a turn that goes on is heard live on another replica, from wherever one was, and ends there as it does here", async () => {
  const second = ear();
  const resumed = other.turns.resume(
    { userId: ADA, turnId: first.turnId(), after: 1 },
    second.tell,
  );
  await passing("it is heard there", () => second.heard.length === 1);
  turn.go();
  await answer;
  await passing("it has ended there", () => second.heard.at(-1)?.event.event === "turn.finished");
  expect(await resumed).toBe("ended");
  expect([first.heard[0], ...second.heard]).toEqual(first.heard);
  await expectWhole(other, first.heard);
});

test("a turn that goes on is heard a second time on its own replica, without a look at the store", async () => {
  const second = ear();
  const resumed = turns.resume({ userId: ADA, turnId: first.turnId(), after: 0 }, second.tell);
  turn.go();
  await Promise.all([answer, resumed]);
  expect(second.heard).toEqual(first.heard);
});

test("a turn that goes on beats, and so is taken for dead by nobody", async () => {
  for (let n = 0; n < 8; n += 1) {
    api.clock.advance(2_500);
    const before = api.rows.rows().get(rowKey())?.version;
    await passing("it beats", () => api.rows.rows().get(rowKey())?.version !== before);
  }
  await other.turns.endDead(ADA, conversationId());
  turn.go();
  expect((await answer).interrupted).toBeUndefined();
});

test("a turn that goes on and stood still for 40 seconds, while another ended it, writes nothing more", async () => {
  api.clock.advance(40_000);
  await other.turns.endDead(ADA, conversationId());
  const before = JSON.stringify([...api.rows.rows()]);
  turn.go();
  const ended = await answer;
  expect(ended).toMatchObject({ interrupted: true, tool_calls: [] });
  expect(ended.response).toBe(
    "I begin.\n(I was interrupted here.)\nNothing on your list was changed.",
  );
  expect(JSON.stringify([...api.rows.rows()])).toBe(before);
  await expectWhole(other, first.heard);
});

test("a turn that goes on lets the next message of its conversation wait until it has ended", async () => {
  const request = { message: "list", conversation_id: conversationId() };
  const next = turns.take({ ...asked, request }, () => undefined);
  turn.go();
  await Promise.all([answer, next]);
  const said = (await api.messages(conversationId())).map(({ role }) => role);
  expect(said).toEqual(["person", "assistant", "person", "assistant"]);
});

test("a turn that goes on refuses it as soon as it has waited as long as it would, here and elsewhere", async () => {
  const request = { message: "list", conversation_id: conversationId() };
  for (const each of [turns, other.turns])
    await expect(
      each.take({ ...asked, request, waitMs: 0 }, () => undefined),
    ).rejects.toMatchObject({ kind: "conflict" });
  turn.go();
  await answer;
  expect(await api.messages(conversationId())).toHaveLength(2);
});

test("a turn that goes on is heard, and not taken a second time, by whoever says it again under its key", async () => {
  turn.go();
  await answer;
  turn = waiting();
  turns = createTurns({ ...api, responder: turn.responder });
  const keyed = { ...asked, idempotency: { key: "k", fingerprint: "f" } };
  const one = turns.take(keyed, () => undefined);
  await turn.begun;
  const elsewhere = other.turns.take(keyed, () => undefined);
  const here = turns.take(keyed, () => undefined);
  turn.go();
  const whole = await one;
  await passing("it was heard elsewhere", () => api.tick() === undefined);
  expect(await here).toEqual(whole);
  other.tick();
  expect(await elsewhere).toEqual(whole);
});

test("a turn that goes on is heard to its end once by whoever said it again meanwhile, if its process dies", async () => {
  turn.go();
  await answer;
  turn = waiting();
  const keyed = { ...asked, idempotency: { key: "k", fingerprint: "f" } };
  void createTurns({ ...api, responder: turn.responder }).take(keyed, () => undefined);
  await turn.begun;
  const second = ear();
  const elsewhere = other.turns.take(keyed, second.tell);
  await passing("its first words are heard there", () => second.heard.length === 2);
  // Its process stands still.
  await until("it is ended there", () => {
    api.clock.advance(10_001);
    other.tick();
    return second.heard.at(-1)?.event.event === "turn.finished";
  });
  const ended = await elsewhere;
  expect(ended).toMatchObject({ interrupted: true });
  expect(second.heard.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  expect(endOf(second.heard)).toEqual(ended);
  turn.go();
});

const conversationId = (): string => {
  const [started] = first.heard;
  return started?.event.event === "turn.started" ? started.event.data.conversation_id : "";
};
const rowKey = (): string => `turnlog:${ADA}:${first.turnId()}`;
