import { describe, expect, test } from "@jest/globals";
import { findTask } from "../../../src/domain/grammar/find-task.ts";
import { aTask } from "../../a-task.ts";
import { resultOf } from "../../result-of.ts";

const tasks = [
  "Buy milk",
  "buy milk and bread",
  "Call mum",
  "Café crème",
  "🎂",
  "🎁",
  "buy 2 tickets",
].map((title) => aTask({ title }));
const found = (words: string) => {
  const result = resultOf(findTask(tasks, words));
  if (result.kind === "one") return result.task.title;
  return (result.kind === "several" ? result.tasks : result.near).map(({ title }) => title);
};

describe("the task some words mean", () => {
  test.each([
    ["buy milk", "Buy milk"],
    ["BUY MILK!", "Buy milk"],
    ["mum", "Call mum"],
    ["the call to mum", "Call mum"],
    ["cafe creme", "Café crème"],
    ["bread", "buy milk and bread"],
    ["🎂", "🎂"],
  ])("%p is %p", (words, title) => expect(found(words)).toBe(title));

  test.each([
    ["milk", ["Buy milk", "buy milk and bread"]],
    ["my milk", ["Buy milk", "buy milk and bread"]],
  ])("%p may be several", (words, titles) => expect(found(words)).toEqual(titles));

  test.each([
    ["all", ["Call mum"]],
    ["the", []],
    ["", []],
    ["🎈", []],
    ["call mun", ["Call mum"]],
    ["zebra", []],
  ])("%p is none, and near are %j", (words, near) => {
    expect(resultOf(findTask(tasks, words)).kind).toBe("none");
    expect(found(words)).toEqual(near);
  });

  test("of two with one title neither is guessed", () => {
    expect(resultOf(findTask([aTask(), aTask()], "water the plants")).kind).toBe("several");
  });
});
