import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { fold, tagKey, Task, TaskDraft } from "../src/index.ts";
import { example } from "../src/documents/examples.ts";

// Of all there is, and often of what has another form or points a letter.
const unit = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(...withOtherForms()),
    fc.constantFrom(
      ...Array.from(
        "aIiıßΣσς\u0301\u0316\u05b0\u064b\u093c\u094d\u3099\u0e38\u200d\ufe0f\u1100\u1161\u11a8",
      ),
    ),
  )
  // The iota of Greek that is a mark, and in capitals a letter, would stand before or behind a mark of India.
  .filter((sign) => !sign.normalize("NFKD").includes("\u0345"));
const MANY = { numRuns: 1_000 };
const text = fc.string({ unit, maxLength: 60 });

describe("as it is compared", () => {
  test.each([
    ["Straße", "STRASSE"],
    ["ẞ", "ß"],
    ["Œuvre", "oeuvre"],
    ["Ærø", "aero"],
    ["Łódź", "lodz"],
    ["Đà Nẵng", "da nang"],
    ["Þórður", "thordur"],
    ["İstanbul", "istanbul"],
    ["ışık", "IŞIK"],
    ["ΟΔΟΣ", "οδός"],
    ["ᾳ", "ΑΙ"],
    ["ёлка", "ЕЛКА"],
    ["e\u0301", "é"],
    ["can\u00adcel", "cancel"],
    ["mi\u200blk", "milk"],
    ["می\u200cخواهم", "میخواهم"],
    ["كِتَابٌ", "كتاب"],
    ["كـــتاب", "كتاب"],
    ["أحمد", "احمد"],
    ["ٱلله", "الله"],
    ["یک", "يك"],
    ["שָׁלוֹם", "שלום"],
    ["ＡＢＣ１", "abc1"],
    ["ﾊﾞｽ", "バス"],
    ["ﬁn", "fin"],
    ["㎏", "kg"],
    ["❤\ufe0f", "❤"],
    ["👍🏽", "👍"],
  ])("%s is %s", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ["c", "c++"],
    ["c++", "c#"],
    ["パス", "バス"],
    ["काम", "कम"],
    ["ดี", "ดู"],
    ["牛", "牛乳"],
    ["👍", "👎"],
  ])("%s is not %s", (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test("nothing changes when it is folded once more", () => {
    fc.assert(
      fc.property(text, (any) => expect(fold(fold(any))).toBe(fold(any))),
      MANY,
    );
  });

  test("capitals and small letters are the same", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(any.toUpperCase())).toBe(fold(any));
        expect(fold(any.toLowerCase())).toBe(fold(any));
      }),
      MANY,
    );
  });

  test("so is what is composed and what is not", () => {
    fc.assert(
      fc.property(text, (any) => expect(fold(any.normalize("NFD"))).toBe(fold(any))),
      MANY,
    );
  });

  test("points and what nobody sees make no difference, wherever they stand", () => {
    const mark = fc.constantFrom(
      ...Array.from("\u0301\u0308\u05b0\u064b\u0640\u00ad\u200b\u200d\ufe0f\u2069"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit, maxLength: 4 }), mark)), (parts) => {
        const bare = parts.map(([part]) => part).join("");
        expect(fold(parts.flat().join(""))).toBe(fold(bare));
      }),
      MANY,
    );
  });

  test("that holds for each letter that has another form", () => {
    const bad = withOtherForms().filter((letter) => {
      const folded = fold(letter);
      const others = [folded, letter.toUpperCase(), letter.toLowerCase(), letter.normalize("NFD")];
      return others.some((other) => fold(other) !== folded);
    });
    expect(bad).toEqual([]);
  });

  test("nothing becomes more than four times as long", () => {
    expect(withOtherForms().filter((letter) => fold(letter).length > 4 * letter.length)).toEqual(
      [],
    );
  });

  test("a long run of marks costs no more than its length", () => {
    const before = process.threadCpuUsage().user;
    fold("\u094d\u093c".repeat(32_000));
    // Put in order all at once they take seconds.
    expect(process.threadCpuUsage().user - before).toBeLessThan(1_000_000);
  });
});

function withOtherForms(): string[] {
  return Array.from({ length: 0x20000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) =>
      [letter.normalize("NFKD"), letter.toUpperCase(), letter.toLowerCase()].some(
        (other) => other !== letter,
      ),
    );
}

describe("two spellings of one tag", () => {
  test("are one in what is sent: the first stays", () => {
    const sent = { title: "x", tags: ["Büro", "buro", "C", "C++"] };
    expect(TaskDraft.parse(sent).tags).toEqual(["Büro", "C", "C++"]);
  });

  test("that were two when they were kept are both read", () => {
    expect(Task.parse({ ...example.task, tags: ["Büro", "buro"] }).tags).toEqual(["Büro", "buro"]);
  });

  test("tags of which nothing is left to compare are not all the same", () => {
    expect(tagKey("🏻")).not.toBe(tagKey("🏿"));
  });
});
