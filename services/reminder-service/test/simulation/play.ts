import { fileURLToPath } from "node:url";
import { z } from "zod";
import { inVirtualTime } from "./in-virtual-time.ts";
import type { Bug } from "./planted/bug.ts";

const PROGRAM = fileURLToPath(new URL("main.ts", import.meta.url));

const Played = z.object({
  played: z.int(),
  rang: z.int(),
  failed: z.array(
    z.object({ seed: z.int(), faults: z.array(z.string()), plan: z.array(z.string()) }),
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
