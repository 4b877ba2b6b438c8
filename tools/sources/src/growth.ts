import { type LongRun, longRunsFor, textOf } from "./long-runs.ts";

// What explodes must be seen while it is still small.
const FEW_TIMES = [2, 4, 6, 8, 11, 14, 17, 20, 24, 32, 60];
const LONG = 4_000;
const FACTOR = 4;
// What is linear takes microseconds here; what is not, tens of milliseconds.
const SUSPICIOUS_MS = 2;
// A busy machine makes several in a row dear, and hardly ever so many.
const TRIES = 12;
// Linear is four times as much, quadratic sixteen times.
const MOST_GROWTH = 8;

/** The long run on which the work of a pattern grows faster than the text; undefined when there is none. */
export function fasterThanLinear(source: string, flags: string): LongRun | undefined {
  const pattern = new RegExp(source, flags);
  return longRunsFor(source).find((run) => grows(pattern, run));
}

function grows(pattern: RegExp, run: LongRun): boolean {
  if (FEW_TIMES.some((times) => isSlow(pattern, textOf(run, times)))) return true;
  const times = Math.ceil(LONG / run.refrain.length);
  const text = textOf(run, times);
  if (!isSlow(pattern, text)) return false;
  const more = leastMs(pattern, textOf(run, FACTOR * times));
  return more > MOST_GROWTH * leastMs(pattern, text);
}

// The clock is quick to look at, and wrong only where the machine is busy: then the processor's time counts.
function isSlow(pattern: RegExp, text: string): boolean {
  const before = performance.now();
  tried(pattern, text);
  return performance.now() - before > SUSPICIOUS_MS && leastMs(pattern, text) > SUSPICIOUS_MS;
}

/** What it costs at least: other things may cost beside it, and the first time is slower. */
function leastMs(pattern: RegExp, text: string): number {
  const costs = Array.from({ length: TRIES }, () => {
    const before = process.threadCpuUsage();
    tried(pattern, text);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...costs);
}

function tried(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (pattern.global) text.replaceAll(pattern, "");
  else pattern.test(text);
}
