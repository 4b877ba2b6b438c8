import { expect, test } from "@jest/globals";
import { ChatAnswer, ConversationRead } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { type Person, person } from "../support/person.ts";
import { TALK } from "../support/scripted-model.ts";
import type { Stream } from "../support/stream.ts";

const wordsOf = ({ seen }: Stream): string =>
  seen
    .filter(({ event }) => event === "text.delta")
    .map(({ data }) => JSON.parse(data).text)
    .join("");

export function turnSurvives(mesh: () => Mesh): void {
  test("in the middle of an answer: who resumes it on the other replica hears what was shown, and what is kept, to its end", async () => {
    const kit = await person(mesh(), "kit");
    const elsewhere = await person(mesh(), "kit", 1);
    const shown = await kit.hear("POST", "/chat", { body: { message: TALK } });
    await shown.next("text.delta", (data) => data.includes("sentence 3."));
    await mesh().part("chat-api-1").kill();

    const last = shown.seen.at(-1)?.id ?? "";
    const [turnId = ""] = last.split(".");
    const rest = await elsewhere.hear("GET", `/turns/${turnId}/events`, {
      headers: { "last-event-id": last },
    });
    const end = await rest.next("turn.finished", () => true, 40_000);
    const answer = ChatAnswer.parse(JSON.parse(end.data));
    expect(answer).toMatchObject({ turn_id: turnId, interrupted: true });
    expect(wordsOf(shown) + wordsOf(rest)).toBe(answer.response);
    expect([...shown.seen, ...rest.seen].map(({ id }) => id)).toEqual(
      [...shown.seen, ...rest.seen].map((_, at) => `${turnId}.${at + 1}`),
    );

    await mesh().part("chat-api-1").start();
    for (const who of [elsewhere, kit]) {
      const { json } = await who.ask("GET", `/conversations/${answer.conversation_id}`);
      const [kept] = ConversationRead.parse(json).items;
      expect(kept).toMatchObject({ text: answer.response, turn_id: turnId, interrupted: true });
    }
  }, 120_000);

  test("in the middle of an answer: the next message of its conversation is answered by the other replica", async () => {
    const lee = await person(mesh(), "lee");
    const elsewhere = await person(mesh(), "lee", 1);
    const shown = await lee.hear("POST", "/chat", { body: { message: TALK } });
    const started = await shown.next("turn.started");
    await shown.next("text.delta");
    await mesh().part("chat-api-1").kill();
    const { conversation_id } = ChatAnswer.pick({ conversation_id: true }).parse(
      JSON.parse(started.data),
    );
    const { response } = await elsewhere.say("add feed the goldfish", { conversation_id });
    expect(response).toBe("I added “feed the goldfish” to your list.");
    const { json } = await elsewhere.ask("GET", `/conversations/${conversation_id}`);
    const { items } = ConversationRead.parse(json);
    expect(items.map(({ role, interrupted }) => interrupted ?? role)).toEqual([
      "assistant",
      "person",
      true,
      "person",
    ]);
    expect(items[2]?.text.startsWith(wordsOf(shown))).toBe(true);
    await mesh().part("chat-api-1").start();
  }, 120_000);

  test("in the middle of an answer it stands still until another has ended it: its own reader hears the same end, and what is kept stays as it is", async () => {
    const ned = await person(mesh(), "ned");
    const elsewhere = await person(mesh(), "ned", 1);
    const shown = await ned.hear("POST", "/chat", { body: { message: TALK } });
    const { id = "" } = await shown.next("text.delta", (data) => data.includes("sentence 2."));
    const { pid } = mesh().part("chat-api-1");
    if (pid === undefined) throw new Error("chat-api-1 does not run");
    process.kill(pid, "SIGSTOP");
    const ended = await endOf(elsewhere, id).finally(() => process.kill(pid, "SIGCONT"));

    const path = `/conversations/${ended.conversation_id}`;
    const before = (await elsewhere.ask("GET", path)).json;
    const told = await shown.next("turn.finished", () => true, 40_000);
    expect(JSON.parse(told.data)).toEqual(ended);
    expect((await elsewhere.ask("GET", path)).json).toEqual(before);
    expect(ended).toMatchObject({ interrupted: true });
  }, 120_000);
}

/** The end that a turn is given where it is heard anew. */
async function endOf(who: Person, eventId: string): Promise<ChatAnswer> {
  const rest = await who.hear("GET", `/turns/${eventId.split(".")[0]}/events`, {});
  const { data } = await rest.next("turn.finished", () => true, 40_000);
  return ChatAnswer.parse(JSON.parse(data));
}
