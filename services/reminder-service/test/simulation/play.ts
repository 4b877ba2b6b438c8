import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { inVirtualTime } from "./in-virtual-time.ts";
import type { Bug } from "./planted/bug.ts";

const PROGRAM = fileURLToPath(new URL("main.ts", import.meta.url));

const Played = z.object({
  played: z.int(),
  rang: z.int(),
  failed: z.array(
    z.object({
      seed: z.int(),
      faults: z.array(z.string()),
      plan: z.array(z.string()),
      /** What plays it once more. */
      again: z.string(),
    }),
  ),
});

interface Seeds {
  readonly from: number;
  readonly count: number;
  /** It is over with so many that failed. */
  readonly mostFailed: number;
}

/** Plays seeds in a process of their own; `bug` is in its source. */
export async function play({ from, count, mostFailed }: Seeds, bug?: Bug) {
  const args = [from, count, mostFailed].map(String);
  return Played.parse(await inVirtualTime(PROGRAM, { args, bug }));
}

/** The same, in as many processes as there are processors. */
export async function playOnAll({ from, count, mostFailed }: Seeds) {
  const processors = availableParallelism();
  const share = Math.ceil(count / processors);
  const parts = Array.from({ length: processors }, (_, n) => ({
    from: from + n * share,
    count: Math.min(share, count - n * share),
    mostFailed,
  })).filter((part) => part.count > 0);
  const played = await Promise.all(parts.map((part) => play(part)));
  return {
    played: played.reduce((sum, part) => sum + part.played, 0),
    rang: played.reduce((sum, part) => sum + part.rang, 0),
    failed: played.flatMap(({ failed }) => failed),
  };
}
