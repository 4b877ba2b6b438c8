import { createWriteStream } from "node:fs";
import { execa } from "execa";
import { itself } from "../machine/itself.ts";
import { openLog } from "../life/log-file.ts";
import { logFolderIn } from "../machine/place.ts";
import { isAlive, type Mark, markOf } from "../life/processes.ts";
import { type MeshState, readState } from "../life/state-file.ts";

/** What a keeper that lives has written; undefined when none does. */
export function livingState(folder: string): MeshState | undefined {
  const state = readState(folder);
  return state && isAlive(state.keeper) ? state : undefined;
}

export interface KeeperProcess {
  readonly mark: Mark;
  /** Undefined while it runs. */
  exitCode(): number | undefined;
}

/** Starts the process that keeps the mesh; it outlives this one. */
export async function startKeeper(folder: string): Promise<KeeperProcess> {
  const [file, ...args] = itself("keep");
  const log = createWriteStream("", { fd: openLog(logFolderIn(folder), "mesh") });
  const child = execa(file, args, {
    stdio: ["ignore", log, log],
    detached: true,
    cleanup: false,
    reject: false,
  });
  log.destroy();
  child.nodeChildProcess.unref();
  let exitCode: number | undefined;
  const ended = child.then((result) => (exitCode = result.exitCode ?? 1));
  const { pid } = child;
  if (pid === undefined)
    throw new Error(`The keeper of the mesh cannot be started: ${await ended}`);
  return { mark: markOf(pid) ?? { pid, born: "gone" }, exitCode: () => exitCode };
}
