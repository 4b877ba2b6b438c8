import { expect, test } from "@jest/globals";
import type { TurnEvent } from "@todo-mesh/contracts";
import { cardsOf, choicesOf } from "../src/chat/cards.ts";
import { afterEvent, beginTurn } from "../src/chat/turn.ts";

const IDS = { turn_id: "t1", conversation_id: "c1" };
const CALL = {
  id: "t1.1",
  name: "add_task",
  arguments: {},
  result: { outcome: "added", task: { id: "x", title: "call mum", status: "open" } },
};
const EVENTS: readonly TurnEvent[] = [
  { event: "turn.started", data: IDS },
  { event: "tool.started", data: { id: "t1.1", name: "add_task", arguments: {} } },
  { event: "tool.finished", data: CALL },
  { event: "text.delta", data: { text: "I will " } },
  { event: "text.delta", data: { text: "remind you." } },
];
const turnAfter = (events: readonly TurnEvent[]) =>
  events.reduce(afterEvent, beginTurn({ key: "k", message: "remind me to call mum" }));

test("an answer grows piece by piece, and knows its conversation", () => {
  expect(turnAfter(EVENTS)).toMatchObject({
    text: "I will remind you.",
    calls: [CALL],
    conversationId: "c1",
    said: { key: "k", turn_id: "t1" },
    state: "answering",
  });
});

test("a turn that is told from its beginning a second time is not there twice", () => {
  expect(turnAfter([...EVENTS, ...EVENTS])).toEqual(turnAfter(EVENTS));
});

test("at the end stands what the mesh says is the answer, whatever pieces were heard", () => {
  const answer = { ...IDS, response: "Done.", tool_calls: [] };
  const turn = turnAfter([...EVENTS, { event: "turn.finished", data: answer }]);
  expect(turn).toMatchObject({ text: "Done.", calls: [], state: "finished" });
});

test("an answer that broke off is marked as what is kept of it is", () => {
  const answer = { ...IDS, response: "I will", tool_calls: [], interrupted: true };
  const turn = turnAfter([...EVENTS, { event: "turn.finished", data: answer }]);
  expect(turn).toMatchObject({ text: "I will", isInterrupted: true, state: "finished" });
});

test("what failed keeps its words, and says why", () => {
  const turn = turnAfter([...EVENTS, { event: "turn.failed", data: { detail: "It is away." } }]);
  expect(turn).toMatchObject({ state: "failed", why: "It is away.", text: "I will remind you." });
});

test("an event of tomorrow's mesh changes nothing", () => {
  const unknown = { event: "approval.requested", data: {} } as unknown as TurnEvent;
  expect(turnAfter([...EVENTS, unknown])).toEqual(turnAfter(EVENTS));
});

test("a call that changed a task is a card; one that only told something is none", () => {
  expect(cardsOf([CALL])).toMatchObject([{ verb: "Added", task: { title: "call mum" } }]);
  for (const result of [
    { outcome: "listed", tasks: [] },
    { outcome: "toString", task: {} },
    null,
    "x",
    [],
  ])
    expect(cardsOf([{ ...CALL, result }])).toEqual([]);
});

test("a time of several meanings can be chosen from", () => {
  const result = { outcome: "which-time", title: "take the bins out", choices: ["06:00", "18:00"] };
  expect(choicesOf([{ ...CALL, result }])).toEqual(["06:00", "18:00"]);
  expect(choicesOf([CALL])).toEqual([]);
});
