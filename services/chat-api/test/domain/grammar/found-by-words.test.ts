import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Task } from "@todo-mesh/contracts";
import { findTask } from "../../../src/domain/grammar/find-task.ts";
import { spokenOf } from "../../../src/domain/tasks/spoken-of.ts";
import { wordsOf } from "../../../src/domain/tasks/words.ts";
import { aTask } from "../../a-task.ts";
import { resultOf } from "../../result-of.ts";

const isFound = (task: Task, query: string): boolean =>
  spokenOf(query)(new Map([[task.id, task]])).length === 1;
const isNamed = (task: Task, words: string): boolean =>
  resultOf(findTask([task], words)).kind === "one";

const FOUND = [
  ["Straße fegen", "STRASSE"],
  ["Łódź besuchen", "lodz"],
  ["İstanbul gezisi", "istanbul"],
  ["ΟΔΟΣ", "οδός"],
  ["قراءة كِتَاب", "كتاب"],
  ["שָׁלוֹם לכולם", "שלום"],
  ["can\u00adcel the subscription", "cancel"],
  ["ＢＵＹ milk", "buy"],
  ["明日牛乳を買う", "牛乳"],
  ["iPhoneを買う", "買う"],
  ["新しいiPhoneを買う", "iphone"],
  ["ไปซื้อนม", "นม"],
  ["learn c++ now", "C++"],
  ["fix C#/.NET code", "c#"],
  ["try .NET", ".net"],
  ["try .NET", "net"],
  ["buy milk🥛", "🥛"],
  ["love ❤\ufe0f it", "❤"],
  ["nice 👍🏽", "👍"],
  ["deploy 👩‍💻", "👩‍💻"],
] as const;

describe("a search finds", () => {
  test.each(FOUND)("%s by %s, in the title, the notes and a tag", (text, query) => {
    expect(isFound(aTask({ title: text }), query)).toBe(true);
    expect(isFound(aTask({ notes: `first\n${text}` }), query)).toBe(true);
    expect(isFound(aTask({ tags: ["x", text] }), query)).toBe(true);
  });

  test("signs alone as they stand, in the title, the notes and a tag", () => {
    for (const task of [{ title: "a -> b" }, { notes: "a -> b" }, { tags: ["->"] }])
      expect(isFound(aTask(task), "->")).toBe(true);
  });

  test.each([
    ["learn c", "c++"],
    ["learn c++", "c#"],
    ["asp", ".net"],
    ["buy milk", "ilk"],
    ["buy milk 🥛", "🍞"],
    ["パス", "バス"],
    ["牛を買う", "牛乳"],
  ])("not %s by %s", (title, query) => {
    expect(isFound(aTask({ title }), query)).toBe(false);
  });
});

describe("in the chat", () => {
  test.each(FOUND)("%s is named by %s", (title, words) => {
    expect(isNamed(aTask({ title }), words)).toBe(true);
  });

  test("c is another word than c++", () => {
    const [c, plus] = [aTask({ title: "learn c" }), aTask({ title: "learn c++" })];
    expect(resultOf(findTask([c, plus], "learn c"))).toEqual({ kind: "one", task: c });
    expect(resultOf(findTask([c, plus], "c++"))).toEqual({ kind: "one", task: plus });
  });

  test("a long title of Hangul is told from another that begins like it", () => {
    const [one, other] = ["가", "나"].map((end) => aTask({ title: `${"한".repeat(199)}${end}` }));
    const found = resultOf(
      findTask(
        [one, other].filter((task) => task !== undefined),
        one?.title ?? "",
      ),
    );
    expect(found).toEqual({ kind: "one", task: one });
  });
});

const pointed = (word: string): string => word.replaceAll(/(?<=\p{L})/gu, "\u0301");

describe("whatever it is called, a task is found", () => {
  const unit = fc
    .oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.constantFrom(...Array.from(" .+#-ßİıΣﷺ한牛\u0301\u200d")),
    )
    // A mark that becomes a letter in capitals, wherever it then stands among other marks.
    .filter((sign) => !sign.normalize("NFKD").includes("\u0345"));
  const words = fc
    .array(fc.string({ unit, minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 })
    .map((parts) =>
      parts
        .join(" ")
        .split(/\s+/)
        .filter((word) => word !== ""),
    )
    .filter((parts) => parts.length > 0);
  test.each<[string, (word: string) => string]>([
    ["each word of it", (word) => word],
    ["each in capitals", (word) => word.toUpperCase()],
    ["each in small letters", (word) => word.toLowerCase()],
    [
      "each with points on its letters",
      (word) => (wordsOf(word).length > 0 ? pointed(word) : word),
    ],
  ])("by %s", (_, change) => {
    fc.assert(
      fc.property(words, (parts) => {
        const task = aTask({ title: parts.join(" ") });
        expect(parts.filter((word) => !isFound(task, change(word)))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
