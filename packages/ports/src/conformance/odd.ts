import type { Json } from "../state-store.ts";

/** Keys that have broken stores, URLs and parsers before. */
export const ODD_KEYS: readonly string[] = [
  " ",
  "with spaces  and two",
  "slash/and/../dots/./and//more/",
  "per%cent %2F %00 %zz",
  "question?mark=1&two=2#hash",
  "quotes ' \" ` and \\ backslash",
  "line\nbreak\ttab\r",
  "colon:semi;comma,pipe|star*",
  "ünïcödé Ω 漢字 עברית",
  "emoji 🦉 family 👩‍👩‍👧‍👦",
  "{json}[list]<xml>$dollar",
  "'; DROP TABLE state; --",
  "__proto__",
  "constructor",
  "k".repeat(1_000),
  "漢".repeat(666),
];

/** Keys that must not be taken for one another. */
export const TWINS: readonly string[] = [
  "a/b",
  "a%2Fb",
  "a b",
  "a+b",
  "a%20b",
  "A b",
  "é",
  "e\u0301",
];

export const BAD_KEYS: readonly string[] = [
  "",
  "k".repeat(1_001),
  "漢".repeat(667),
  "two||pipes",
  "nul\0",
  "half a pair \ud83e",
];

export const ODD_VALUES: readonly Json[] = [
  null,
  false,
  true,
  0,
  -1.5,
  1e21,
  2 ** 53 - 1,
  0.1,
  "",
  "null",
  "NUL \0, quotes \" ', <&>, line\nbreak, \u2028",
  "漢字 🦉 👩‍👩‍👧‍👦 e\u0301",
  [],
  {},
  [[], {}, null, [null, [1, "a", { b: [] }]]],
  { __proto__x: 1, "": "empty name", "odd name 🦉/%": { "": { "": null } } },
  { a: { b: { c: { d: { e: { f: { g: [1, { h: null }] } } } } } } },
];
