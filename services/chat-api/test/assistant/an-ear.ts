import { expect } from "@jest/globals";
import { ChangePage, type ChatAnswer, type TurnEvent } from "@todo-mesh/contracts";
import { z } from "zod";
import { wordsIn } from "../../src/domain/assistant/turn-events.ts";
import type { Responder } from "../../src/use-cases/assistant/responder.ts";
import type { ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

/** What Ada says. */
export const asked = { userId: ADA, request: { message: "milk and bread!" } };
const add = (title: string) => ({ name: "add_task", arguments: { title } });

/** Talks as a model does: words, a call and what came of it, and so on. */
export const talks: Responder = async (_turn, { call }, emit) => {
  emit("I begin.");
  await call(add("milk"), "milk");
  emit("\nI added “milk” to your list.");
  await call(add("bread"), "bread");
  emit("\nI added “bread” to your list.");
  return { text: "\nThat is all." };
};

export interface Heard {
  readonly n: number;
  readonly event: TurnEvent;
}

/** Hears a turn, as far as the replica that tells it lives. */
export function ear(isDead = () => false) {
  const heard: Heard[] = [];
  return {
    heard,
    tell: (event: TurnEvent, n: number): void => void (isDead() || heard.push({ n, event })),
    turnId: (): string => {
      const [first] = heard;
      return first?.event.event === "turn.started" ? first.event.data.turn_id : "";
    },
  };
}

/** The answer at the end of what was heard. */
export const endOf = (heard: readonly Heard[]): ChatAnswer => {
  const last = heard.at(-1)?.event;
  if (last?.event !== "turn.finished") throw new Error(`It ended with ${last?.event}`);
  return last.data;
};

/** What one heard is a whole turn, is what is kept, and tells exactly what was done. */
export async function expectWhole(other: ChatApi, heard: readonly Heard[]): Promise<void> {
  expect(heard.map(({ n }) => n)).toEqual(heard.map((_, at) => at + 1));
  const answer = endOf(heard);
  const kept = (await other.messages(answer.conversation_id)).at(-1);
  expect(wordsIn(heard.map(({ event }) => event))).toBe(answer.response);
  expect(kept).toMatchObject({ turn_id: answer.turn_id, text: answer.response });
  expect(kept?.interrupted).toBe(answer.interrupted);
  const added = answer.tool_calls.map((call) => z.string().parse(call.arguments["title"]));
  expect((await other.titles()).toSorted()).toEqual(added.toSorted());
  const { items } = ChangePage.parse((await other.as("get", "/changes")).body);
  expect(items.map(({ turn_id }) => turn_id)).toEqual(added.map(() => answer.turn_id));
  for (const title of added) expect(answer.response).toContain(`I added “${title}” to your list.`);
  expect(await other.events()).toHaveLength(added.length);
}
