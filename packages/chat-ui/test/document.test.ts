import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const DOCUMENT = readFileSync(new URL("../index.html", import.meta.url), "utf8");
const head = DOCUMENT.slice(0, DOCUMENT.indexOf("</head>"));

test("colours are chosen before anything is painted, and before the page's own code is read", () => {
  const [first, ...others] = head.match(/<script[^>]*>/g) ?? [];
  expect(first).toBe('<script src="/theme.js">');
  expect(others).toEqual(['<script type="module" src="/src/main.tsx">']);
});

test("a page may be made larger by its reader", () => {
  expect(head).not.toMatch(/user-scalable|maximum-scale/);
});
