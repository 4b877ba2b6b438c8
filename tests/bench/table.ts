import type { Figure, Measured } from "./figure.ts";
import { readable } from "./statistics.ts";

const HEADINGS = ["figure", "measured", "bar", "note"];

/** A plain table under one line for each scenario. */
export function tableOf(all: readonly Measured[]): string {
  const rows = all.flatMap(({ figures }) => figures.map(rowOf));
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const sections = all.flatMap(({ scenario, loadBefore, loadAfter, figures }) => [
    "",
    `${scenario}: load average ${readable(loadBefore)} before, ${readable(loadAfter)} after`,
    ...figures.map((figure) => line(rowOf(figure))),
  ]);
  return [line(HEADINGS), line(widths.map((width) => "-".repeat(width))), ...sections].join("\n");
}

const rowOf = ({ figure, measured, unit, bar = "", note = "" }: Figure): string[] => [
  figure,
  `${readable(measured)} ${unit}`.trim(),
  bar,
  note,
];
