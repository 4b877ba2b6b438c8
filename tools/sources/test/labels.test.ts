import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { productSources, ROOT } from "../src/tree.ts";

// Each label and who decides what it may be: none of them takes a word from whoever asks.
const LABELS = {
  kind: "the kinds of error in the code",
  method: "the methods of HTTP, and `other`",
  outcome: "what became of a timer, in the code",
  route: "the templates of the routes",
  source: "a job or the sweeper",
  status: "the statuses of HTTP",
  timers: "the name of the timers, in the code",
  topic: "the topics of the contracts",
};

test("the labels of all metrics are known, and each has few values", () => {
  const used = productSources().flatMap((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    return [...text.matchAll(/\blabels: \[([^\]]*)\]/g)].flatMap(([, names = ""]) =>
      [...names.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
    );
  });
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(LABELS));
});
