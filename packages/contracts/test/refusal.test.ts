import { expect, test } from "@jest/globals";
import { atFault, fieldsWithin, isRefusal, refuse } from "../src/index.ts";

test("a refusal is told from what stands in its place, whatever kind that is of", () => {
  expect(isRefusal(refuse("conflict", "It is done"))).toBe(true);
  for (const other of [undefined, null, "invalid", {}, { kind: "changed" }, { kind: "repeat" }])
    expect(isRefusal(other)).toBe(false);
});

test("what is at fault is named in the sentence and by its field", () => {
  const fields = [
    { field: "due", message: "follows from repeat" },
    { field: "nag", message: "nothing rings" },
  ];
  const message = "due: follows from repeat; nag: nothing rings";
  expect(atFault(...fields)).toEqual({ kind: "invalid", message, fields });
});

test("a part's fields are named as those of the whole", () => {
  const part = atFault({ field: "rule", message: "has no date" });
  expect(fieldsWithin("repeat", part)).toEqual([{ field: "repeat.rule", message: "has no date" }]);
});
