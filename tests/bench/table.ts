import type { Figure, Measured } from "./figure.ts";
import { readable } from "./statistics.ts";

const HEADINGS = ["figure", "measured", "bar", "note"];
const NOTE_WIDTH = 72;

/** A plain table under one line for each scenario; long notes take several lines. */
export function tableOf(all: readonly Measured[]): string {
  const rows = all.flatMap(({ figures }) => figures.flatMap(linesOf));
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
    ...figures.flatMap(linesOf).map(line),
  ]);
  return [line(HEADINGS), line(widths.map((width) => "-".repeat(width))), ...sections].join("\n");
}

function linesOf({ figure, measured, unit, bar = "", note = "" }: Figure): string[][] {
  const [first = "", ...more] = wrapped(note);
  const value = `${readable(measured)} ${unit}`.trim();
  return [[figure, value, bar, first], ...more.map((rest) => ["", "", "", rest])];
}

function wrapped(note: string): string[] {
  const lines: string[] = [];
  for (const word of note.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= NOTE_WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
