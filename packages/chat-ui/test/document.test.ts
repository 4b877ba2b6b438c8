import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const DOCUMENT = readFileSync(new URL("../index.html", import.meta.url), "utf8");
const head = DOCUMENT.slice(0, DOCUMENT.indexOf("</head>"));

test("colours are chosen before anything is painted, and before the page's own code is read", () => {
  const [first, ...others] = head.match(/<script[^>]*>/g) ?? [];
  expect(first).toBe('<script src="/theme.js">');
  expect(others).toEqual(['<script type="module" src="/src/main.tsx">']);
});

test("a page may be made larger by its reader, and the keys of a phone hide nothing of it", () => {
  expect(head).not.toMatch(/user-scalable|maximum-scale/);
  expect(head).toContain("interactive-widget=resizes-content");
});

test("nobody is asked to allow anything: no part of the page speaks to what would have to be allowed", () => {
  const root = new URL("../src/", import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(sources.length).toBeGreaterThan(50);
  const asking = sources.filter((name) =>
    /requestPermission|PushManager|pushManager|new Notification|geolocation|getUserMedia/.test(
      readFileSync(new URL(name, root), "utf8"),
    ),
  );
  expect(asking).toEqual([]);
});
