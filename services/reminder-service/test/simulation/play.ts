import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Bug } from "./planted.ts";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

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

/** Plays seeds in a process of their own, whose time is not real; `bug` is in its source. */
export async function play({ from, count, mostFailed }: Seeds, bug?: Bug) {
  const args = ["--conditions=@todo-mesh/source", "--import", here("virtual-time.ts")];
  const env = { ...process.env, ...(bug && { PLANTED: JSON.stringify(bug) }) };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...args, here("main.ts"), String(from), String(count), String(mostFailed)],
    { env, maxBuffer: 64 * 1_048_576 },
  );
  return Played.parse(JSON.parse(stdout));
}
