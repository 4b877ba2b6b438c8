import type { Figure } from "./figure.ts";
import { cpuSum } from "./processes.ts";
import { readable } from "./statistics.ts";

/** What one of them costs all parts together: it says more than a time does on a machine that is shared. */
export function cpuFigure(
  name: string,
  cpu: Readonly<Record<string, number>>,
  each = "reminder",
): Figure {
  const parts = Object.entries(cpu).toSorted(([, a], [, b]) => b - a);
  return {
    figure: `${name}, processor time per ${each}`,
    measured: cpuSum(cpu),
    unit: "ms",
    note: parts.map(([part, ms]) => `${part} ${readable(ms)}`).join(", "),
    details: cpu,
  };
}
