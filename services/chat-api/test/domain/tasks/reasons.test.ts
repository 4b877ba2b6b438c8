import { describe, expect, test } from "@jest/globals";
import { because, reasonFor, REASONS } from "../../../src/domain/tasks/reasons.ts";
import { replies } from "../../../src/domain/languages/de/replies.ts";

const VALUES = ["12", "“milk, and bread”"];
const valuesOf = (sentence: string) => VALUES.slice(0, new Set(sentence.match(/\{\d\}/g)).size);

const REASON_NAMES = Object.keys(REASONS).filter(
  (name): name is keyof typeof REASONS => name in REASONS,
);

describe.each(REASON_NAMES)("the reason %s", (reason) => {
  const values = valuesOf(REASONS[reason]);
  const text = because(reason, ...values);

  test("is known by its text again, with its values", () => {
    expect(text).not.toContain("{");
    expect(reasonFor(text)).toEqual({ reason, values });
  });

  test("has a German sentence without a place left open, and none of the English one", () => {
    const said = replies.notDone.refused(text);
    expect(said).toMatch(/^Das ging nicht: [^{]+\.$/);
    expect(said).not.toContain(text);
  });
});

test("a text that is no reason is none, and a German answer says only that nothing was changed", () => {
  for (const text of ["", "the disk is full", "There are milk", "is gone for good, or not"]) {
    expect(reasonFor(text)).toBeUndefined();
    expect(replies.notDone.refused(text)).toContain("nichts geändert");
  }
});
