import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DOCS, EVENTS_FOLDER, pages } from "../src/pages.ts";

test.each([...pages()])(
  "docs/%s is as the contracts say; `pnpm schemas` writes it anew",
  async (name, text) => {
    expect(await readFile(join(DOCS, name), "utf8").catch(() => "")).toBe(text);
  },
);

test("docs/events has no other file", async () => {
  const there = await readdir(join(DOCS, EVENTS_FOLDER));
  expect(there.filter((name) => !pages().has(`${EVENTS_FOLDER}/${name}`))).toEqual([]);
});
