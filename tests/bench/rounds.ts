import { median, percentile } from "./statistics.ts";

export type Call = (n: number) => Promise<unknown>;

interface Round {
  readonly p50: number;
  readonly p95: number;
}

/** Two ways to do the same, each with its median round, and how the one compares with the other. */
export interface Comparison {
  readonly one: Round;
  readonly other: Round;
  readonly moreAtP95: number;
  readonly ratioAtP50: number;
  readonly ratioAtP95: number;
}

/**
 * Times both calls, one call at a time, in rounds that take turns with who comes first. Whatever else
 * slows the machine down slows down both.
 */
export async function compared(
  calls: { readonly one: Call; readonly other: Call },
  { rounds, each }: { readonly rounds: number; readonly each: number },
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
    moreAtP95: over(({ one, other }) => one.p95 - other.p95),
    ratioAtP50: over(({ one, other }) => one.p50 / other.p50),
    ratioAtP95: over(({ one, other }) => one.p95 / other.p95),
  };
}

async function timed(call: Call, times: number): Promise<Round> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await call(n);
    took.push(performance.now() - began);
  }
  return { p50: median(took), p95: percentile(took, 0.95) };
}
