import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { CHART, readme } from "../src/readme.ts";
import { valueRows } from "../src/value-rows.ts";

test("the chart's README is what `pnpm configurations` makes of the comments of its values", () => {
  expect(readme()).toBe(readFileSync(join(CHART, "README.md"), "utf8"));
});

test("each value is listed with its comment and what it is unless said", () => {
  const values =
    "# A note.\n# -- Brokers\nbrokers: [a:1]\ntls:\n  # -- Whether\n  enabled: true\n  # -- As you like\n  more: {}\n";
  expect(valueRows(values)).toEqual([
    { name: "brokers", about: "Brokers", value: "[ a:1 ]" },
    { name: "tls.enabled", about: "Whether", value: "true" },
    { name: "tls.more", about: "As you like", value: "{}" },
  ]);
});

test("a value without a comment is named", () => {
  expect(() => valueRows("# -- Known\na: 1\nb:\n  c: 2\n")).toThrow("b.c has no comment");
});

test("a README without a place for the values is refused", () => {
  expect(() => readme("# Chart\n", "# -- A\na: 1\n")).toThrow("README.md lacks");
});
