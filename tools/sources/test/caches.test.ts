import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseSync } from "@swc/core";
import { lastingIn, lastingOfTheCode } from "../src/lasting.ts";
import { isTree, ROOT } from "../src/tree.ts";

const listed = (): string[] =>
  readFileSync(join(ROOT, "docs/caches.md"), "utf8")
    .split("\n")
    .flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);

test("whatever is kept for longer than a call is listed with its bound, and nothing else is", () => {
  expect(listed().toSorted()).toEqual(lastingOfTheCode().toSorted());
});

test.each([
  [
    "the module's, grown by a function",
    "const a = new Map(); function f() { a.set(1, 2); }",
    ["a"],
  ],
  ["handed to one that lets it grow", "const a = new Map(); const f = () => keep(a, 9);", ["a"]],
  [
    "a closure's",
    "function make() { const a = new Set(); return { add: (x) => a.add(x) }; }",
    ["a"],
  ],
  ["an LRU cache, wherever", "const f = () => { const a = new LRUCache({ max: 1 }); };", ["a"]],
  ["a memo", "const a = remembered((x) => x);", ["a"]],
  ["a constant", 'const a = new Set(["x"]); const f = (x) => a.has(x);', []],
  ["a call's own", "const f = () => { const a = new Map(); a.set(1, 2); return a.size; };", []],
])("%s is seen for what it is", (_, source, names) => {
  const tree: unknown = parseSync(source, { syntax: "typescript", target: "es2024" });
  expect(isTree(tree) ? lastingIn(tree) : undefined).toEqual(names);
});
