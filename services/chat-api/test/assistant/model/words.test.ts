import { afterEach, expect, test } from "@jest/globals";
import { until } from "@todo-mesh/ports/testing";
import { ADA } from "../../a-task.ts";
import { chunk, DONE, says, sse, STOP } from "../../outbound/model/streams/a-case.ts";
import { aChatWithModel, calls, words } from "./a-model.ts";

let close = async (): Promise<void> => undefined;
afterEach(() => close());

async function talking(...given: Parameters<typeof aChatWithModel>) {
  const api = await aChatWithModel(...given);
  close = api.close;
  return api;
}
type Api = Awaited<ReturnType<typeof talking>>;

/** A turn, and what it tells as it goes. */
function turnOf({ turns }: Api, message: string) {
  const events: { readonly event: string; readonly data: object }[] = [];
  const told = new Map<string, () => void>();
  const whole = turns.take({ userId: ADA, request: { message } }, (event) => {
    events.push(event);
    told.get(event.event)?.();
  });
  const shown = (): string =>
    events.flatMap(({ data }) => ("text" in data ? String(data.text) : [])).join("");
  const next = (event: string) =>
    new Promise<void>((resolve) => {
      told.set(event, resolve);
      if (events.some((each) => each.event === event)) resolve();
    });
  const id = (): string => String(Object.values(events[0]?.data ?? {})[0]);
  return { whole, shown, next, id };
}

const BEGUN = { pieces: [sse(says("Let me think. Perhaps it"))], end: "open" } as const;

test("a sentence is shown while the next is still being said", async () => {
  const api = await talking([BEGUN]);
  const turn = turnOf(api, "how might things be");
  await turn.next("text.delta");
  expect(turn.shown()).toBe("Let me think.");
  await api.turns.stop(ADA, turn.id());
  await turn.whole;
});

test("what was shown is what is kept, also of words before a call", async () => {
  const text = chunk({ content: "I look for it. I deleted it. " });
  const call = { index: 0, id: "c", function: { name: "add_task", arguments: '{"title":"milk"}' } };
  const round = { pieces: [sse(text, chunk({ tool_calls: [call] }, "tool_calls")), DONE] };
  const api = await talking([round]);
  const turn = turnOf(api, "we ran out of milk");
  const { response, conversation_id } = await turn.whole;
  expect(response).toBe("I look for it.\nI added “milk” to your list.");
  expect(turn.shown()).toBe(response);
  expect((await api.messages(conversation_id)).at(-1)).toMatchObject({ text: response });
});

test("an answer that is stopped keeps what was shown, and says that it was stopped", async () => {
  const api = await talking([calls(["list_tasks", { which: "open" }]), BEGUN]);
  const turn = turnOf(api, "how might things be");
  await turn.next("text.delta");
  await api.as("post", `/turns/${turn.id()}/stop`).expect(200);
  const { response, interrupted, conversation_id } = await turn.whole;
  expect(interrupted).toBe(true);
  expect(response).toContain("(You stopped me here.)\nNothing on your list was changed.");
  expect(response.startsWith(turn.shown())).toBe(true);
  expect((await api.messages(conversation_id)).at(-1)).toMatchObject({
    text: response,
    interrupted: true,
  });
});

test("after a stop no call is made", async () => {
  const api = await talking(() => {
    void api.turns.stop(ADA, turn.id());
    return calls(["add_task", { title: "milk" }], ["add_task", { title: "milk and eggs" }]);
  });
  const turn = turnOf(api, "we ran out of milk and eggs");
  await turn.whole;
  expect(await api.titles()).toEqual([]);
});

test("another replica stops it, too", async () => {
  const api = await talking([BEGUN]);
  const other = await aChatWithModel([words("Fine.")], {}, api);
  const turn = turnOf(api, "how might things be");
  await turn.next("text.delta");
  await other.turns.stop(ADA, turn.id());
  api.tick();
  expect(await turn.whole).toMatchObject({ interrupted: true });
  await other.close();
});

test("a stop does not stand in line behind the four answers it is to stop", async () => {
  const api = await talking(Array.from({ length: 4 }, () => BEGUN));
  const asked = Array.from({ length: 4 }, () => api.say("how might things be").then((res) => res));
  const running = await until("four answers run", () => {
    const rows = [...api.rows.rows().keys()].filter((key) => key.startsWith("turnlog:"));
    return rows.length === 4 && rows;
  });
  for (const key of running) {
    const [, , turn] = key.split(":");
    await api.as("post", `/turns/${turn}/stop`).expect(200);
  }
  for (const { body } of await Promise.all(asked)) expect(body.interrupted).toBe(true);
});

test("a stop that comes too late changes nothing, and a stranger's is none", async () => {
  const api = await talking([{ pieces: [sse(says("So are you!"), STOP), DONE] }]);
  const turn = turnOf(api, "how might things be");
  await turn.next("turn.started");
  await expect(api.turns.stop("eve", turn.id())).rejects.toMatchObject({ kind: "not-found" });
  const answer = await turn.whole;
  await api.turns.stop(ADA, turn.id());
  expect(answer).toMatchObject({ response: "So are you!" });
  expect(answer.interrupted).toBeUndefined();
  await api.as("post", "/turns/none/stop").expect(404);
});
