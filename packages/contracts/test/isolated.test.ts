import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { isolated } from "../src/index.ts";

test.each(["call mum", "Café ﬁn", "明日", "c++ (2)", "🥛", "नमस्ते"])(
  "%s stands in a sentence as it is",
  (text) => {
    expect(isolated(text)).toBe(text);
  },
);

test.each([
  ["Hebrew", "שלום"],
  ["Arabic", "buy كتاب"],
  ["letters of Adlam", "𞤀"],
  ["an override", "abc\u202edef"],
  ["an embedding", "abc\u202bdef\u202c"],
  ["a mark", "abc\u200f"],
  ["an isolate that ends", "a\u2067b\u2069c"],
])("%s is isolated, and otherwise as it was", (_, text) => {
  expect(isolated(text)).toBe(`\u2068${text}\u2069`);
});

test("an isolate that does not end ends with the text", () => {
  expect(isolated("a\u2067b\u2066c\u2069d")).toBe("\u2068a\u2067b\u2066c\u2069d\u2069\u2069");
});

test("the end of an isolate that did not begin is left out", () => {
  expect(isolated("a\u2069b\u202ec")).toBe("\u2068ab\u202ec\u2069");
});

test("whatever the text, its isolates are closed in it, and none of those around it", () => {
  const unit = fc.oneof(
    fc.constantFrom(
      ...Array.from("ab \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200fש"),
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const depths = depthsOf(isolated(text));
      expect(depths.at(-1) ?? 0).toBe(0);
      expect(depths.slice(0, -1).filter((depth) => depth < 1)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

/** How many isolates are open after each sign of a text that is isolated; none for one that stands as it is. */
function depthsOf(text: string): number[] {
  if (!/[\u2066-\u2069]/.test(text)) return [];
  let depth = 0;
  return Array.from(text, (sign) => {
    if (/[\u2066-\u2068]/.test(sign)) depth += 1;
    if (sign === "\u2069") depth -= 1;
    return depth;
  });
}
