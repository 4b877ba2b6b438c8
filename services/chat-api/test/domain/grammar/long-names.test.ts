import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { findTask } from "../../../src/domain/grammar/find-task.ts";
import { ACTIONS, CATALOGUE } from "../../../src/domain/actions/all.ts";
import { understanding } from "../../../src/domain/grammar/understand.ts";
import { spokenOf } from "../../../src/domain/tasks/spoken-of.ts";
import { LANGUAGES } from "../../../src/domain/languages/languages.ts";
import { sayWords } from "../../../src/domain/replies/say-words.ts";
import { aTask, NOW } from "../../a-task.ts";
import { resultOf } from "../../result-of.ts";

// One sign that is eighteen letters when it is spelled out (NFKD).
const FDFA = "\ufdfa";
const understand = understanding(ACTIONS);
const understood = (text: string) => understand(text, { now: NOW, timezone: "Europe/Rome" });

describe("what words cost", () => {
  let spelledOut: { readonly mock: { readonly results: readonly { value?: unknown }[] } };

  beforeEach(() => void (spelledOut = jest.spyOn(String.prototype, "normalize")));
  afterEach(() => void jest.restoreAllMocks());
  const letters = (): number =>
    spelledOut.mock.results.reduce((sum, { value }) => sum + String(value).length, 0);

  const tasks = Array.from({ length: 1_000 }, (_, n) => aTask({ title: `task ${n}` }));
  const titles = tasks.reduce((sum, { title }) => sum + title.length, 0);

  test("a name is spelled out once, whatever the length of the list", () => {
    const name = FDFA.repeat(200);
    resultOf(findTask(tasks, name));
    expect(letters()).toBeLessThanOrEqual(titles + 2 * 18 * name.length);
  });

  test("titles are spelled out once for all names", () => {
    resultOf(findTask(tasks, "zebra"));
    const before = letters();
    resultOf(findTask(tasks, "monkey"));
    expect(letters() - before).toBeLessThan(100);
  });

  test("what is longer than a title is looked for nowhere", () => {
    expect(resultOf(findTask(tasks, FDFA.repeat(201)))).toEqual({ kind: "none", near: [] });
    expect(letters()).toBe(0);
  });

  test("signs of many letters are not spelled out, and what stands behind them is found", () => {
    const task = aTask({ notes: `first ${FDFA.repeat(3_990)} last` });
    const found = (query: string) => spokenOf(query)(new Map([[task.id, task]])).length === 1;
    expect([found("first"), found("last"), found(FDFA)]).toEqual([true, true, true]);
    expect(letters()).toBeLessThan(20_000);
  });

  test("of other writings nothing is left out", () => {
    const task = aTask({ notes: `${"한글 메모 ".repeat(600)}끝났다 ${"é ½ ".repeat(90)}done` });
    for (const query of ["끝났다", "done", "메모"])
      expect(spokenOf(query)(new Map([[task.id, task]]))).toEqual([task]);
  });
});

describe("what is too long", () => {
  test.each([
    ["a title", "too-long", `add ${"x".repeat(201)}`],
    ["a name", "no-such-name", `complete ${FDFA.repeat(201)}`],
    ["a very long name", "too-much", `complete ${FDFA.repeat(7_990)}`],
    ["a run of commas", "too-much", `add ${",".repeat(7_990)} x`],
    ["many lines", "too-much", `add milk\n${"add bread\n".repeat(700)}`],
  ])("%s is %s, and nothing is done", (_, kind, message) => {
    expect(understood(message)).toEqual({ kind });
    const { replies } = LANGUAGES.en;
    const said = sayWords(replies, understood(message), CATALOGUE.examples.en);
    expect(said).toMatch(/at most 200 characters/);
  });

  test("a title has 200 characters, however many code units they take", () => {
    expect(understood(`add ${"🎂".repeat(200)}`)).toMatchObject({ kind: "call", name: "add_task" });
    expect(understood(`add ${"🎂".repeat(201)}`)).toEqual({ kind: "too-long" });
  });

  test("spaces and stops around a sentence do not make it long", () => {
    expect(understood(`add   ${" ".repeat(3_000)}milk${"!".repeat(3_000)}`)).toMatchObject({
      name: "add_task",
      arguments: { title: "milk" },
    });
  });
});
