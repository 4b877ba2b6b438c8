import { expect, test } from "@jest/globals";
import { resolve } from "../src/index.ts";
import { chores } from "./titles/chores.ts";
import { headlines } from "./titles/headlines.ts";
import { shopping } from "./titles/shopping.ts";

const context = { now: new Date("2026-11-24T09:00:00Z"), timezone: "Europe/Rome" };

const titlesIn = (text: string): readonly string[] =>
  text.split(/[;\n]/).flatMap((title) => title.trim() || []);

const written = [chores, shopping, headlines].flatMap(titlesIn);

const VERBS = ["buy", "order", "return", "count", "paint", "sell", "pack", "label", "fix", "find"];
const COUNTS = ["2", "3", "five", "10", "12", "a dozen", "20", "half of the", "the first", "1,000"];
const THINGS = ["boxes", "chairs", "tiles", "people", "kg of sand", "hats", "m of rope", "vases"];

const composed = VERBS.flatMap((verb) =>
  COUNTS.flatMap((count) => THINGS.map((thing) => `${verb} ${count} ${thing}`)),
);

test("there are two thousand titles at least, eight hundred written by hand", () => {
  expect(new Set(written).size).toBeGreaterThanOrEqual(800);
  expect(new Set([...written, ...composed, ...marked]).size).toBeGreaterThanOrEqual(2_000);
});

const marked = VERBS.flatMap((verb) =>
  ["gate 4a", "version 3.2.28", '"Friday night"', "room 12"].map((name) => `${verb} ${name}`),
).flatMap((text) => [text, `${text}!`, `${text} (urgent)`]);

test("no ordinary title has a date", () => {
  const dated = [...written, ...composed, ...marked].flatMap((text) => {
    const meaning = resolve(text, context);
    return meaning.kind === "none" ? [] : [`${text}: ${meaning.phrase}`];
  });
  expect(dated).toEqual([]);
});
