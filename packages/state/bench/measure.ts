import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import process from "node:process";

const ROUNDS = 7;
const ROUND_MS = 40;

/** Milliseconds that one takes, the median of rounds. */
export async function medianMs(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timeOf(work));
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

/** As often as fits into a round, but once at least. */
async function timeOf(work: () => unknown): Promise<number> {
  const begin = performance.now();
  let times = 0;
  do {
    await work();
    times += 1;
  } while (performance.now() - begin < ROUND_MS);
  return (performance.now() - begin) / times;
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is in use after all garbage is gone. */
export function heapBytes(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
