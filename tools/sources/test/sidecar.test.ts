import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { productSources, ROOT } from "../src/tree.ts";

// An import shows who opens a connection, and `.dependency-cruiser.cjs` looks at those; these show in the text alone.
const SPEAKS_TO_A_SIDECAR = /["'`/]v1\.0(?:-\w+)?\//;
const OPENS_A_CONNECTION = /\bfetch\(|\bnew (?:WebSocket|EventSource)\(/;

const saying = (pattern: RegExp, sources: readonly (readonly [path: string, text: string])[]) =>
  sources.filter(([, text]) => pattern.test(text)).map(([path]) => path);

const sources = productSources().map(
  (path) => [path, readFileSync(join(ROOT, path), "utf8")] as const,
);

test("only packages/dapr knows the API of a sidecar", () => {
  const found = saying(SPEAKS_TO_A_SIDECAR, sources);
  expect(found.length).toBeGreaterThan(3);
  expect(found.filter((path) => !path.startsWith("packages/dapr/src/"))).toEqual([]);
});

test("nothing leaves a process but through its sidecar, save the question for a sign-in provider's keys", () => {
  const found = saying(OPENS_A_CONNECTION, sources);
  expect(found.map((path) => path.split("/").at(-1))).toEqual(["oidc.ts"]);
});

test("a service that speaks to a sidecar by itself is seen", () => {
  const planted = [
    ["x.ts", "await fetch(`http://127.0.0.1:3500/v1.0/state/statestore/x`);"],
  ] as const;
  expect(saying(SPEAKS_TO_A_SIDECAR, planted)).toEqual(["x.ts"]);
  expect(saying(OPENS_A_CONNECTION, planted)).toEqual(["x.ts"]);
});
