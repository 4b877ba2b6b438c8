import { appendFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { pagePart } from "../src/page.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const NOT_NEEDED = /\/(?:node_modules|dist|build|test)(?:\/|$)/;

let copy: string;
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "page-"));
  await cp(join(ROOT, "packages/chat-ui"), copy, {
    recursive: true,
    filter: (path) => !NOT_NEEDED.test(path.slice(ROOT.length)),
  });
});
afterEach(async () => rm(copy, { recursive: true }));

const env = { HOME: "/home/ada" };
const nameOf = async (folder = copy) => basename((await pagePart(env, { folder })).folder);

test("the page's folder stays the same while its sources do, wherever the checkout stands", async () => {
  expect(await nameOf()).toBe(basename((await pagePart(env)).folder));
  expect(await nameOf()).toMatch(/^page-[0-9a-f]{12}$/);
});

test.each([
  "index.html",
  "vite.config.ts",
  "public/theme.js",
  "src/styles/tokens.css",
  "src/app.tsx",
])("another %s is another page", async (input) => {
  const before = await nameOf();
  await appendFile(join(copy, input), "\n");
  expect(await nameOf()).not.toBe(before);
});
