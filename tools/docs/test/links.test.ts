import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const LINK = /\]\((?<target>[^)\s]+)\)/g;

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
].map((page) => ({ page, text: readFileSync(join(ROOT, page), "utf8") }));

const linksOf = (text: string): string[] =>
  [...text.matchAll(LINK)].flatMap(({ groups }) => groups?.["target"] ?? []);

/** The name that a heading has in a link: in small letters, with dashes for spaces and without signs. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (?<heading>.*)$/gmu)].map(({ groups }) =>
    anchorOf(groups?.["heading"] ?? ""),
  );

function isThere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#", 2);
  const file = path === "" ? join(ROOT, page) : join(ROOT, dirname(page), path);
  if (!existsSync(file) || relative(ROOT, file).startsWith("..")) return false;
  if (anchor === undefined || statSync(file).isDirectory()) return true;
  return anchorsIn(readFileSync(file, "utf8")).includes(anchor);
}

test.each(pages)("every link of $page within the project leads somewhere", ({ page, text }) => {
  const within = linksOf(text).filter((link) => !/^[a-z]+:/.test(link));
  expect(within.filter((link) => !isThere(page, link))).toEqual([]);
});

test("a link to a file or a heading that is not there is found", () => {
  expect(isThere("README.md", "docs/nowhere.md")).toBe(false);
  expect(isThere("README.md", "CONTRIBUTING.md#no-such-heading")).toBe(false);
  expect(isThere("README.md", "CONTRIBUTING.md#before-you-push")).toBe(true);
});

test("whoever looks for something is led to it in three steps at most", () => {
  const where = pages.find(({ page }) => page === "docs/where.md")?.text ?? "";
  const ways = where.split("\n").filter((line) => line.startsWith("| ") && line.includes("]("));
  expect(ways.length).toBeGreaterThanOrEqual(10);
  for (const way of ways) expect(way.split("→").length).toBeLessThanOrEqual(3);
});
