import { describe, expect, test } from "@jest/globals";
import { isRefusal, reasonOf } from "@todo-mesh/contracts";
import { resolveRepeat } from "../../../src/domain/tasks/repeat.ts";
import { because, reasonFor, REASONS } from "../../../src/domain/tasks/reasons.ts";
import { replies } from "../../../src/domain/languages/de/replies.ts";

const VALUES = ["12", "“milk, and bread”", "takes too long"];
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

test("whatever keeps a phrase from being a series of a task is a reason, told with the phrase", () => {
  const now = new Date("2026-11-22T10:15:20Z");
  const start = {
    start: "2026-11-22T08:00:00",
    timezone: "Europe/Rome",
    from: "schedule",
  } as const;
  for (const rule of ["FREQ=SECONDLY", "FREQ=DAILY;UNTIL=20200101T000000Z"]) {
    const refusal = resolveRepeat({ rule, ...start }, now);
    const said = isRefusal(refusal) ? reasonFor(`jede Sekunde ${reasonOf(refusal)}`) : undefined;
    expect(said?.values[0]).toBe("jede Sekunde");
  }
});

test("a text that is no reason is none, and a German answer says only that nothing was changed", () => {
  for (const text of ["", "the disk is full", "There are milk", "is gone for good, or not"]) {
    expect(reasonFor(text)).toBeUndefined();
    expect(replies.notDone.refused(text)).toContain("nichts geändert");
  }
});
