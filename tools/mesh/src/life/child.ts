import { createWriteStream } from "node:fs";
import { execa } from "execa";
import { openLog } from "./log-file.ts";
import { type Mark, markOf } from "./processes.ts";
import type { Env, PartSpec } from "./spec.ts";

export interface Child {
  readonly mark: Mark;
  /** Resolves when it is gone, and says how: "exit code 1", "SIGKILL". */
  readonly ended: Promise<string>;
}

/** Starts a part's process. It writes straight into its log, so that it needs nobody to read it. */
export async function spawnPart(spec: PartSpec, env: Env, logFolder: string): Promise<Child> {
  const [file, ...args] = spec.command;
  const log = createWriteStream("", { fd: openLog(logFolder, spec.name) });
  const running = execa(file, args, {
    env: { ...spec.env, ...env },
    extendEnv: false,
    stdio: ["ignore", log, log],
    // A group of its own: Ctrl-C in a terminal reaches only us, and we stop things in order.
    detached: true,
    cleanup: false,
    reject: false,
    ...(spec.cwd !== undefined && { cwd: spec.cwd }),
    ...spec.user,
  });
  // The process has its own hold on the file now.
  log.destroy();
  const { pid } = running;
  const ended = running.then(({ exitCode, signal, shortMessage }) => {
    if (pid !== undefined) killRestOf(pid);
    return exitCode === undefined ? (signal ?? shortMessage ?? "itself") : `exit code ${exitCode}`;
  });
  if (pid === undefined) throw new Error(`${spec.name} cannot be started: ${await ended}`);
  // One that has already ended has no mark any more; nothing matches this one.
  return { mark: markOf(pid) ?? { pid, born: "gone" }, ended };
}

/** What a process started and left behind stays in its group. */
function killRestOf(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group is empty: nothing was left behind.
  }
}
