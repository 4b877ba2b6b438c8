import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Bug } from "./planted/bug.ts";

const TIME = fileURLToPath(new URL("virtual-time.ts", import.meta.url));

/** Runs a program in a process of its own, whose time is not real, and answers what it says as JSON; `bug` is in its source. */
export async function inVirtualTime(
  program: string,
  { args = [], bug }: { readonly args?: readonly string[]; readonly bug?: Bug | undefined } = {},
): Promise<unknown> {
  const env = { ...process.env, ...(bug && { PLANTED: JSON.stringify(bug) }) };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=@todo-mesh/source", "--import", TIME, program, ...args],
    { env, maxBuffer: 64 * 1_048_576 },
  );
  return JSON.parse(stdout);
}
