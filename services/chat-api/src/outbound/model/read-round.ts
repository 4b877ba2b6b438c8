import type { Hear, Round, Verdict } from "../../use-cases/assistant/model.ts";
import { type Chunk, chunkReader } from "./chunks.ts";
import { growingRound, type Limits } from "./round.ts";

export const LIMITS: Limits = { characters: 64_000, calls: 20, idleMs: 20_000, totalMs: 120_000 };
/** How long the cost is waited for, when all is said. */
const COST_MS = 100;
const MOST_BYTES = 4_194_304;

export interface Reading {
  readonly isTool: (name: string) => boolean;
  readonly limits: Limits;
  readonly signal?: AbortSignal | undefined;
  readonly hear?: Hear | undefined;
}

const unheard = (): void => undefined;

/** Reads one round from the body of an answer. It ends in time, whatever the server does, and never throws. */
export async function readRound(
  body: ReadableStream<Uint8Array>,
  { isTool, limits, signal, hear = unheard }: Reading,
): Promise<Round> {
  const [reader, round] = [body.getReader(), growingRound(isTool, limits, hear)];
  const until = performance.now() + limits.totalMs;
  const next = () => {
    const left = Math.min(limits.idleMs, until - performance.now());
    return within(round.isOver() ? COST_MS : left, reader.read(), signal);
  };
  // A connection that breaks is a round that was cut.
  const instead = await follow(round, next).catch(() => undefined);
  void reader.cancel().catch(() => undefined);
  return round.read(instead);
}

type GrowingRound = ReturnType<typeof growingRound>;
type Next =
  "late" | "stopped" | { readonly value?: Uint8Array | undefined; readonly done: boolean };

async function follow(
  round: GrowingRound,
  next: () => Promise<Next>,
): Promise<Verdict | undefined> {
  const take = takingBytes(round);
  for (;;) {
    const read = await next();
    if (read === "stopped") return read;
    if (read === "late") return round.isOver() ? undefined : "stall";
    if (take(read) > MOST_BYTES) return "length";
    if (read.done || round.isDone()) return undefined;
  }
}

/** Takes bytes into a round, and tells how many it took. */
function takingBytes(round: GrowingRound) {
  const [chunks, text] = [chunkReader(), new TextDecoder()];
  let bytes = 0;
  const takeAll = (all: Iterable<Chunk>): void => {
    for (const chunk of all) {
      round.take(chunk);
      if (round.isDone()) return;
    }
  };
  return ({ value, done }: Exclude<Next, string>): number => {
    takeAll(chunks.take(text.decode(value, { stream: !done })));
    if (done) takeAll(chunks.end());
    bytes += value?.byteLength ?? 0;
    return bytes;
  };
}

/** What comes of `work`, unless time or patience run out first. */
export async function within<Result>(
  ms: number,
  work: Promise<Result>,
  signal?: AbortSignal,
): Promise<Result | "late" | "stopped"> {
  // Whoever does not wait for it any more does not hear how it fails.
  work.catch(() => undefined);
  if (signal?.aborted) return "stopped";
  const clean = new AbortController();
  const over = new Promise<"late" | "stopped">((resolve) => {
    const timer = setTimeout(() => resolve("late"), Math.max(0, ms));
    clean.signal.addEventListener("abort", () => clearTimeout(timer));
    signal?.addEventListener("abort", () => resolve("stopped"), clean);
  });
  return Promise.race([work, over]).finally(() => clean.abort());
}
