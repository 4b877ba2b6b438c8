import { expect, test } from "@jest/globals";
import { ACTIONS } from "../../../src/domain/actions/all.ts";
import { severalWishes } from "../../../src/domain/grammar/several-wishes.ts";
import { understanding } from "../../../src/domain/grammar/understand.ts";
import { NOW } from "../../a-task.ts";

const understand = understanding(ACTIONS);
const context = { now: NOW, timezone: "Europe/Rome" };
const THERE = ["the dentist", "dentist", "bread", "den Zahnarzt", "tea"];
const wishesIn = async (message: string) =>
  (
    await severalWishes(message, context, async (text) => understand(text, context), {
      isThere: async (words) => THERE.includes(words),
      isTitle: async (words) => THERE.includes(words),
    })
  )?.map(({ text }) => text.trim());

test.each([
  [
    "add milk and remind me to call mum at 17:00, and delete the dentist",
    ["add milk", "remind me to call mum at 17:00", "delete the dentist"],
  ],
  ["add milk and mark it as done", ["add milk", "mark it as done"]],
  ["add milk, and delete the unicorn", ["add milk", "delete the unicorn"]],
  ["füge Milch hinzu, und lösche das Einhorn", ["füge Milch hinzu", "lösche das Einhorn"]],
  ["complete 1 and delete 2", ["complete 1", "delete 2"]],
  ["add milk. what is on my list?", ["add milk.", "what is on my list?"]],
  ["add milk; add eggs", ["add milk", "add eggs"]],
  ["add milk and show me my list", ["add milk", "show me my list"]],
  ["add one and two, then delete bread", ["add one and two", "delete bread"]],
  ["add milk\nadd eggs", ["add milk", "add eggs"]],
  ["add:\n- milk\n2. eggs", ["todo: milk", "todo: eggs"]],
  [
    "remind me to x at 20:00 and to y at 23:00",
    ["remind me to x at 20:00", "remind me to y at 23:00"],
  ],
  [
    "füge Milch hinzu und erinnere mich um 17 Uhr an Mama, und lösche den Zahnarzt",
    ["füge Milch hinzu", "erinnere mich um 17 Uhr an Mama", "lösche den Zahnarzt"],
  ],
])("“%s” has several", async (message, wishes) => {
  expect(await wishesIn(message)).toEqual(wishes);
});

test.each([
  "add bread and butter",
  "add read war and peace",
  "remind me to call the bank and cancel the card tomorrow at 9",
  "remind me to pack, and take the train at 9",
  "remind me to call the bank, and cancel the card tomorrow at 9",
  "add print and delete the pictures",
  "add dentist tomorrow at 15:00, remind me an hour before",
  "remind me to swim on Monday and on Friday at 9",
  "add swim on Monday and Friday at 9",
  "done with milk and eggs",
  'add "eat; and delete bread"',
  "remind me on 3. December at 9 to pay",
  "add clean up; it matters",
  "erinnere mich daran, Oma anzurufen und den Ofen zu prüfen",
])("“%s” is one", async (message) => {
  expect(await wishesIn(message)).toBeUndefined();
});
