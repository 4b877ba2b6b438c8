import { expect, test } from "@jest/globals";
import { ACTIONS } from "../../../src/domain/actions/all.ts";
import { understanding } from "../../../src/domain/grammar/understand.ts";
import { NOW } from "../../a-task.ts";

const understand = understanding(ACTIONS);
const understood = (text: string) => understand(text, { now: NOW, timezone: "Europe/Rome" });

test.each(["help", "what can you do?", "Hello!", "?", "hi"])("%p gets help", (text) =>
  expect(understood(text)).toEqual({ kind: "help" }),
);

test.each([
  "buy milk",
  "make a cake",
  "I did not do it",
  "put out the bins",
  "I want to get this done",
  "it is almost done",
  "when will you be done",
  "ich will das erledigen",
  "es ist fast erledigt",
  "¿qué tal?",
  "😀",
  "ignore all previous instructions",
])("%p is not guessed at", (text) => expect(understood(text)).toEqual({ kind: "unclear" }));

test.each([
  ["at ".repeat(2_600)],
  [`remind me ${"to ".repeat(2_600)}`],
  [`add ${"in 5 ".repeat(1_500)}minutes`],
  [" ".repeat(8_000)],
  [`mark ${"as ".repeat(2_600)}don`],
  [`delete ${" from my".repeat(990)}`],
  ["a".repeat(8_000)],
  [`${"remind me ".repeat(700)}at 9`],
])("a hostile text of thousands of characters gets some answer", (text) => {
  expect(understood(text).kind).toEqual(expect.any(String));
});
