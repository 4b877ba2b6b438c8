import { once } from "node:events";
import { rm } from "node:fs/promises";
import { execa } from "execa";
import { killLeftovers } from "./leftovers.ts";
import { itself } from "../machine/itself.ts";
import { bareEnv } from "./spec.ts";

export interface Watchdog {
  /** Resolves when it has looked a last time and is gone. */
  end(): Promise<void>;
}

/**
 * Starts a process that outlives this one, however this one ends, by as long as it takes to end what
 * runs in `folder` and to erase `passing`.
 */
export async function watchOver(folder: string, passing: readonly string[]): Promise<Watchdog> {
  const [file, ...args] = itself("watch", folder, ...passing);
  const dog = execa(file, args, {
    stdin: "pipe",
    stdout: "pipe",
    stderr: "ignore",
    buffer: false,
    reject: false,
    detached: true,
    cleanup: false,
    env: bareEnv(),
    extendEnv: false,
  });
  // From its first word on it watches.
  await once(dog.stdout, "data");
  return {
    end: async () => {
      dog.stdin.end();
      await dog;
    },
  };
}

/** What that process does: its input ends when whoever started it has ended. */
export async function watch([folder = "", ...passing]: readonly string[]): Promise<void> {
  process.stdout.write("watching\n");
  process.stdin.resume();
  await once(process.stdin, "end");
  await killLeftovers(folder);
  for (const path of passing) await rm(path, { recursive: true, force: true });
}
