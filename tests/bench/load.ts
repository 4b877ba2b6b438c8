import { setTimeout as wait } from "node:timers/promises";

/** One piece of work; `n` counts from 0. */
type Work = (n: number) => Promise<unknown>;

export interface Load {
  readonly perSecond: number;
  /** How long each took, in milliseconds. */
  readonly took: readonly number[];
}

/** As much as goes: so many at a time, each followed at once by the next, for so long. */
export async function asFastAsItGoes(
  work: Work,
  { atOnce, ms }: { readonly atOnce: number; readonly ms: number },
): Promise<Load> {
  const took: number[] = [];
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < began + ms) {
      const from = performance.now();
      await work((next += 1));
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { perSecond: took.length / ((performance.now() - began) / 1_000), took };
}

/** At a fixed rate, whether or not the answers keep up: each is timed from when it should have begun. */
export async function atRate(
  work: Work,
  { perSecond, ms }: { readonly perSecond: number; readonly ms: number },
): Promise<Load> {
  const took: number[] = [];
  const began = performance.now();
  const count = Math.round((perSecond * ms) / 1_000);
  const all: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = began + (n * 1_000) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    all.push(work(n).then(() => void took.push(performance.now() - due)));
  }
  await Promise.all(all);
  return { perSecond: count / ((performance.now() - began) / 1_000), took };
}
