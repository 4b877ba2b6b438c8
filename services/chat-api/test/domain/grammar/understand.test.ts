import { describe, expect, test } from "@jest/globals";
import { ACTIONS } from "../../../src/domain/actions/all.ts";
import { understanding } from "../../../src/domain/grammar/understand.ts";
import { NOW } from "../../a-task.ts";

const understand = understanding(ACTIONS);
const understood = (text: string) => understand(text, { now: NOW, timezone: "Europe/Rome" });
const call = (name: string, input: object) => ({ kind: "call", name, arguments: input });
const change = (name: string, task: object) => ({ kind: "change", name, task });

describe("sentences that add a task", () => {
  test.each([
    ["add buy milk", "buy milk", undefined],
    ["Add buy milk.", "buy milk", undefined],
    ["please add milk to my list", "milk", undefined],
    ["put milk on my list", "milk", undefined],
    ["add a task to water the plants", "water the plants", undefined],
    ["add a new lamp", "a new lamp", undefined],
    ["new task: paint the door", "paint the door", undefined],
    ["todo: fix the roof", "fix the roof", undefined],
    ["don't forget to feed the cat", "feed the cat", undefined],
    ["don’t let me forget the keys", "the keys", undefined],
    ["add buy 2 tickets to Room 9", "buy 2 tickets to Room 9", undefined],
    ["add upgrade to version 1.10", "upgrade to version 1.10", undefined],
    ["add call mum tomorrow", "call mum", "tomorrow"],
    ["add pay rent on the 3rd", "pay rent", "on the 3rd"],
    ["add call mum every day", "call mum", "every day"],
    [
      "add dentist tomorrow at 15:00, remind me an hour before",
      "dentist",
      "tomorrow at 15:00, remind me an hour before",
    ],
    ['add "meet at 9"', "meet at 9", undefined],
    ["add milk\nand\tbread", "milk and bread", undefined],
    ["could you add milk please", "milk", undefined],
    ["add buy milk at 6pm", "buy milk", "at 6pm"],
    ["add milk at 6pm to my list", "milk", "at 6pm"],
    ["add call Bob 18:30", "call Bob", "18:30"],
    ["add a task to water the plants at 7.30 pm", "water the plants", "at 7.30 pm"],
    ["I have to pay the rent tomorrow at 12:00", "pay the rent", "tomorrow at 12:00"],
    ["i need to call bob at 9 tomorrow", "call bob", "at 9 tomorrow"],
  ])("%p adds %p with the time %p", (text, title, when) => {
    expect(understood(text)).toEqual(call("add_task", { title, when }));
  });
});

describe("sentences that ask for a reminder", () => {
  test.each([
    ["remind me to call mum in 10 seconds", "call mum", "in 10 seconds", "to"],
    ["remind me to call mum in 10 minutes", "call mum", "in 10 minutes", "to"],
    ["remind me to call mum in 3 hours", "call mum", "in 3 hours", "to"],
    ["remind me to call mum in 1.5 hours", "call mum", "in 1.5 hours", "to"],
    ["remind me to call mum today at 9", "call mum", "today at 9", "to"],
    ["remind me to call mum tomorrow morning", "call mum", "tomorrow morning", "to"],
    ["remind me to call mum next friday at 9", "call mum", "next friday at 9", "to"],
    ["remind me to call mum on 3 December at 9", "call mum", "on 3 December at 9", "to"],
    ["remind me to call mum on May 3rd at 9", "call mum", "on May 3rd at 9", "to"],
    ["tomorrow remind me to call mum at 9", "call mum", "tomorrow at 9", "to"],
    ["remind me to call mum every day at 9", "call mum", "every day at 9", "to"],
    ["every weekday at 8 remind me to stretch", "stretch", "every weekday at 8", "to"],
    ["everyday at 9 remind me to stretch", "stretch", "everyday at 9", "to"],
    [
      "could u remind me to stretch weekday mornings at 8 pls",
      "stretch",
      "weekday mornings at 8",
      "to",
    ],
    ["remind me to stretch every day next week at 9", "stretch", "every day next week at 9", "to"],
    ["remind me in 5 to check the oven", "check the oven", "in 5", "to"],
    [
      "at 7am and 7pm every day remind me to take the pill",
      "take the pill",
      "at 7am and 7pm every day",
      "to",
    ],
    [
      "Every other Tuesday at 9:30, remind me about the bins",
      "the bins",
      "Every other Tuesday at 9:30",
      "about",
    ],
    ["remind me to pay daily at 9", "pay", "daily at 9", "to"],
    [
      "remind me to water the plants every! 3 days at 18:00",
      "water the plants",
      "every! 3 days at 18:00",
      "to",
    ],
    ["remind me on 3/4 to pay", "pay", "on 3/4", "to"],
    ["remind me to call mum in an hour", "call mum", "in an hour", "to"],
    ["remind me to call mum in half an hour", "call mum", "in half an hour", "to"],
    ["remind me to call mum in two hours", "call mum", "in two hours", "to"],
    ["remind me to call mum at 18:30", "call mum", "at 18:30", "to"],
    ["Remind me to call mum at 6pm!", "call mum", "at 6pm", "to"],
    ["remind me to call mum at 9 p.m.", "call mum", "at 9 p.m", "to"],
    ["remind me to call mum at noon", "call mum", "at noon", "to"],
    ["remind me to call mum tomorrow at 9", "call mum", "tomorrow at 9", "to"],
    ["remind me to call mum today at 23:00", "call mum", "today at 23:00", "to"],
    ["remind me to call mum on friday at 9", "call mum", "on friday at 9", "to"],
    ["remind me to call mum on 2026-12-03 at 08:00", "call mum", "on 2026-12-03 at 08:00", "to"],
    ["remind me at 9 to call mum at 10", "call mum at 10", "at 9", "to"],
    ["remind me in 5 minutes to stretch", "stretch", "in 5 minutes", "to"],
    ["In 5 minutes remind me to stretch", "stretch", "In 5 minutes", "to"],
    ["tomorrow at 9, remind me to run", "run", "tomorrow at 9", "to"],
    ["remind me about the dentist in 3 hours", "the dentist", "in 3 hours", "about"],
    ["remind me that the bins go out at 7 pm", "the bins go out", "at 7 pm", "about"],
    ["set a reminder to stretch in 1 hour", "stretch", "in 1 hour", "to"],
    ["remember the milk", "the milk", undefined, "about"],
    ["remind me to call mum", "call mum", undefined, "to"],
  ])("%p is about %p, %p", (text, title, when, link) => {
    expect(understood(text)).toEqual(call("add_task", { title, when, remind: true, link }));
  });
});

describe("times that are asked about and never guessed", () => {
  test.each([
    ["remind me to call mum tomorrow", "call mum", "no-clock", "on Monday 23 November 2026"],
    ["remind me to call mum in 2 days", "call mum", "no-clock", "on Tuesday 24 November 2026"],
    ["remind me to call mum every day", "call mum", "no-clock", "every day"],
    ["remind me to call mum on 2020-01-01 at 08:00", "call mum", "past", undefined],
    ["remind me to call mum at 25:00", "call mum", "impossible", undefined],
    ["remind me at 25:00 to call mum", "call mum", "impossible", undefined],
    ["remind me to call mum on 2026-02-30 at 08:00", "call mum", "impossible", undefined],
    ["remind me to call mum in 999999999 days", "call mum", "impossible", undefined],
    ["remind me to call mum 10 minutes before", "call mum", "relative", undefined],
    ["add dentist in 20 minutes, remind me an hour before", "dentist", "past", undefined],
    ["add exam tomorrow, remind me an hour before", "exam", "no-clock", undefined],
  ])("%p: what is wrong with the time of %p is %p", (text, title, why, day) => {
    const remind = !text.startsWith("add");
    expect(understood(text)).toEqual({ kind: "ask-when", title, remind, why, day });
  });

  test.each(["add", "remind me", "remind me at 18:30", "remind me in 2 minutes to", "todo:"])(
    "%p does not say what it is about",
    (text) => expect(understood(text)).toEqual({ kind: "ask-what" }),
  );

  test("a title of more than 200 characters is not cut", () => {
    expect(understood(`add ${"long ".repeat(41)}`)).toEqual({ kind: "too-long" });
    expect(understood(`add ${"x".repeat(200)}`)).toMatchObject({ kind: "call", name: "add_task" });
  });
});

describe("sentences that ask for the list", () => {
  test.each([
    ["list", "open"],
    ["my tasks", "open"],
    ["show my tasks", "open"],
    ["show me what's left", "open"],
    ["what's on my list?", "open"],
    ["What is on my list", "open"],
    ["what do I have to do", "open"],
    ["what is due today", "today"],
    ["what do I have to do today?", "today"],
    ["which tasks are due tomorrow?", "tomorrow"],
    ["what is overdue", "overdue"],
    ["show done tasks", "done"],
    ["what is done?", "done"],
  ])("%p shows what is %s", (text, which) => {
    expect(understood(text)).toEqual(call("list_tasks", { which }));
  });
});

describe("sentences that change a task", () => {
  test.each([
    ["done with milk", "complete", "milk"],
    ["I'm done with milk", "complete", "milk"],
    ["complete call mum", "complete", "call mum"],
    ["finish the report", "complete", "the report"],
    ["mark buy milk as done", "complete", "buy milk"],
    ["check off buy milk", "complete", "buy milk"],
    ["tick buy milk off", "complete", "buy milk"],
    ["I did the dishes", "complete", "the dishes"],
    ["I've finished “the report”", "complete", "the report"],
    ["buy milk is done", "complete", "buy milk"],
    ["delete buy milk", "delete", "buy milk"],
    ["delete the task call mum", "delete", "call mum"],
    ["remove milk from my list", "delete", "milk"],
    ["get rid of the lamp", "delete", "the lamp"],
    ["reopen buy milk", "reopen", "buy milk"],
    ["mark buy milk as not done", "reopen", "buy milk"],
    ["buy milk is not done yet", "reopen", "buy milk"],
  ])("%p: %s %p", (text, verb, words) => {
    expect(understood(text)).toEqual(change(`${verb}_task`, { words }));
  });

  test.each([
    ["complete 2", change("complete_task", { words: "2", number: 2 })],
    ["delete number 12", change("delete_task", { words: "number 12", number: 12 })],
    ["delete the second one", change("delete_task", { words: "the second one", number: 2 })],
    ["2", { kind: "pick", number: 2 }],
    ["#3", { kind: "pick", number: 3 }],
    ["the first one", { kind: "pick", number: 1 }],
  ])("%p points at a number", (text, intent) => expect(understood(text)).toEqual(intent));

  test.each(["delete everything", "complete all", "delete all my tasks", "remove them all"])(
    "%p is not done at one blow",
    (text) => expect(understood(text)).toEqual({ kind: "one-at-a-time" }),
  );
});
