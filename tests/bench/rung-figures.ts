import { cpuFigure } from "./cpu-figure.ts";
import type { Figure } from "./figure.ts";
import type { Rung } from "./ring.ts";
import { median, percentile, spread } from "./statistics.ts";

/** What both kinds of ringing have to show: nothing lost, doubled or early, and what it costs. */
export function rungFigures(name: string, rung: Rung): Figure[] {
  const { lost, doubled, early, seenLateness: seen, watched, people, cpu } = rung;
  const none = (what: string, measured: number): Figure => ({
    figure: `${name}, ${what}`,
    measured,
    unit: "",
    bar: "0",
  });
  return [
    {
      figure: `${name}, due to seen on a stream, p99`,
      measured: percentile(seen, 0.99),
      unit: "ms",
      note: `${watched} of ${people} people watch: ${spread(seen)}`,
      details: { p50: median(seen), max: percentile(seen, 1), count: seen.length },
    },
    none("lost", lost),
    none("doubled", doubled),
    none("early", early),
    cpuFigure(name, cpu),
  ];
}
