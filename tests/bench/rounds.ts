import { median, percentile } from "./statistics.ts";

export type Call = (n: number) => Promise<unknown>;

/** A call that says itself how long it took, in milliseconds: it may have more to do than is timed. */
export type Timing = (n: number) => Promise<number>;

interface Round {
  readonly p50: number;
  readonly p95: number;
}

/** Two ways to do the same, each with its median round, and how the one compares with the other. */
export interface Comparison {
  readonly one: Round;
  readonly other: Round;
  readonly moreAtP50: number;
  readonly moreAtP95: number;
  readonly ratioAtP50: number;
  readonly ratioAtP95: number;
}

/**
 * Times both calls, one call at a time, in rounds that take turns with who comes first. Whatever else
 * slows the machine down slows down both.
 */
export const compared = async (
  { one, other }: { readonly one: Call; readonly other: Call },
  times: Times,
): Promise<Comparison> =>
  comparedTimings({ one: fromBeginToEnd(one), other: fromBeginToEnd(other) }, times);

interface Times {
  readonly rounds: number;
  readonly each: number;
}

const fromBeginToEnd =
  (call: Call): Timing =>
  async (n) => {
    const began = performance.now();
    await call(n);
    return performance.now() - began;
  };

/** As `compared`, of calls that say themselves how long they took. */
export async function comparedTimings(
  calls: { readonly one: Timing; readonly other: Timing },
  { rounds, each }: Times,
): Promise<Comparison> {
  await timed(calls.one, each);
  await timed(calls.other, each);
  const pairs: { one: Round; other: Round }[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const first = n % 2 === 0 ? ("one" as const) : ("other" as const);
    const second = first === "one" ? ("other" as const) : ("one" as const);
    const [a, b] = [await timed(calls[first], each), await timed(calls[second], each)];
    pairs.push(first === "one" ? { one: a, other: b } : { one: b, other: a });
  }
  const over = (read: (pair: { one: Round; other: Round }) => number) => median(pairs.map(read));
  return {
    one: { p50: over(({ one }) => one.p50), p95: over(({ one }) => one.p95) },
    other: { p50: over(({ other }) => other.p50), p95: over(({ other }) => other.p95) },
    moreAtP50: over(({ one, other }) => one.p50 - other.p50),
    moreAtP95: over(({ one, other }) => one.p95 - other.p95),
    ratioAtP50: over(({ one, other }) => one.p50 / other.p50),
    ratioAtP95: over(({ one, other }) => one.p95 / other.p95),
  };
}

async function timed(call: Timing, times: number): Promise<Round> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) took.push(await call(n));
  return { p50: median(took), p95: percentile(took, 0.95) };
}
