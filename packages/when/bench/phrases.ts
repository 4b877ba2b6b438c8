/** `node --conditions=@todo-mesh/source packages/when/bench/phrases.ts`: phrases a second, beside chrono-node. */
import process from "node:process";
import { parse } from "chrono-node";
import { offsetMinutes } from "@todo-mesh/recurrence";
import { compareInRounds, printTable, worstOf } from "@todo-mesh/recurrence/bench";
import { resolve } from "../src/index.ts";
import { corpus, english } from "../test/corpus/corpus.ts";
import { german } from "../test/corpus/de.ts";
import type { Theme } from "../test/corpus/row.ts";

const BAR = 10_000;
const LONGEST = 10_000;

interface Work {
  readonly count: number;
  readonly ours: () => void;
  readonly theirs: () => void;
}

function workOf(themes: readonly Theme[]): Work {
  const cases = themes.flatMap(({ now, timezone, preferences, rows }) => {
    const context = { now: new Date(now), timezone, preferences };
    const reference = { instant: context.now, timezone: offsetMinutes(context.now, timezone) };
    return rows.map(([text]) => ({ text, context, reference }));
  });
  return {
    count: cases.length,
    ours: () => {
      for (const { text, context } of cases) resolve(text, context);
    },
    theirs: () => {
      for (const { text, reference } of cases) parse(text, reference, { forwardDate: true });
    },
  };
}

const isSeries = ({ name }: Theme): boolean => name.startsWith("recurrences");

const perSecond = (count: number, ms: number): string =>
  Math.round((count / ms) * 1_000).toString();

const kinds: readonly (readonly [string, readonly Theme[]])[] = [
  ["the whole corpus", corpus],
  ["English", english],
  ["German", german],
  ["series, each with its next five dates", corpus.filter(isSeries)],
  ["all others", corpus.filter((theme) => !isSeries(theme))],
];
// A service has read thousands of sentences when the next one comes.
const WARM_ROUNDS = 15;
const whole = workOf(corpus);
for (let round = 0; round < WARM_ROUNDS; round += 1) {
  whole.ours();
  whole.theirs();
}

const rows = kinds.map(([name, themes]) => {
  const { count, ours, theirs } = workOf(themes);
  const [own = 0, other = 0] = compareInRounds(ours, theirs);
  return [name, perSecond(count, own), perSecond(count, other), `${(other / own).toFixed(1)}x`];
});
printTable(["phrases a second", "ours", "chrono-node", "ratio"], rows);

const context = { now: new Date("2026-11-24T09:00:00Z"), timezone: "Europe/Rome" };
const LONG = [
  "lorem ipsum dolor tomorrow ",
  "1 ",
  "every day ",
  "first ",
  "twenty ",
  "monday and ",
  "((",
  "1.",
  "1,",
  "1st at ",
  "\ud800",
];
printTable(
  ["10 000 characters of", "ms, slowest of 10"],
  LONG.map((text) => {
    const long = text.repeat(Math.ceil(LONGEST / text.length)).slice(0, LONGEST);
    return [JSON.stringify(text), worstOf(10, () => resolve(long, context)).toFixed(1)];
  }),
);

const reached = rows.every(([, own]) => Number(own) >= BAR);
process.stdout.write(
  `The bar of ${BAR} phrases a second of each kind is ${reached ? "reached" : "missed"}.\n`,
);
