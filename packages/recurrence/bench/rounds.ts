import process from "node:process";

const ROUNDS = 7;
const ROUND_MS = 30;

/** Milliseconds of processor time, that of all threads of this process; what else the machine does is not counted. */
function spentSince(begin: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
}

/** Milliseconds of a processor that each of these takes, the median of rounds in which all take turns. */
export function compareInRounds(...works: readonly (() => unknown)[]): number[] {
  const rounds = Array.from({ length: ROUNDS }, () => works.map(timeOf));
  return works.map((_, index) => {
    const times = rounds.map((round) => round[index] ?? 0);
    return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  });
}

/** As often as fits into a round, but once at least. */
function timeOf(work: () => unknown): number {
  const begin = process.cpuUsage();
  let times = 0;
  do {
    work();
    times += 1;
  } while (spentSince(begin) < ROUND_MS);
  return spentSince(begin) / times;
}

/** The same of the slowest of so many, the first of which is cold. */
export function worstOf(times: number, work: () => unknown): number {
  let worst = 0;
  for (let time = 0; time < times; time += 1) {
    const begin = process.cpuUsage();
    work();
    worst = Math.max(worst, spentSince(begin));
  }
  return worst;
}

export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  process.stdout.write(`${[head, ...rows].map(line).join("\n")}\n\n`);
}
