import { isNativeError } from "node:util/types";
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lock } from "proper-lockfile";

const LOCK_IS_STALE_AFTER_MS = 20_000;
const LOOK_AGAIN_AFTER_MS = 300;

export interface Filling {
  /** Receives an empty folder beside the one wanted. */
  readonly fill: (unfinished: string) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

export const stands = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Makes sure that `folder` stands, and stands whole: it is filled under another name and renamed at
 * the end. Whoever comes at the same time waits; what a killed process left is cleared away.
 */
export async function ensureWhole(folder: string, filling: Filling): Promise<void> {
  if (await stands(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const held = await hold(folder, filling.signal);
  try {
    if (await stands(folder)) return;
    await clearUnfinished(folder);
    await fillAndRename(folder, filling.fill);
  } catch (error) {
    // Whoever slept so long that its lock was taken over may find its work done, or has to begin anew.
    if (await stands(folder)) return;
    if (!held.lost()) throw error;
  } finally {
    await held.release();
  }
  return ensureWhole(folder, filling);
}

async function fillAndRename(folder: string, fill: Filling["fill"]): Promise<void> {
  const unfinished = await mkdtemp(unfinishedOf(folder));
  try {
    await chmod(unfinished, 0o755);
    await fill(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

const unfinishedOf = (folder: string): string => `${folder}.unfinished-`;

async function clearUnfinished(folder: string): Promise<void> {
  const prefix = basename(unfinishedOf(folder));
  for (const name of await readdir(dirname(folder)))
    if (name.startsWith(prefix))
      await rm(join(dirname(folder), name), { recursive: true, force: true });
}

async function hold(folder: string, signal: AbortSignal | undefined) {
  let lost = false;
  const options = {
    realpath: false,
    stale: LOCK_IS_STALE_AFTER_MS,
    onCompromised: () => {
      lost = true;
    },
  };
  for (;;) {
    signal?.throwIfAborted();
    const release = await lock(folder, options).catch(unlessTaken);
    if (release) return { lost: () => lost, release: async () => release().catch(() => undefined) };
    await pause(LOOK_AGAIN_AFTER_MS, undefined, signal && { signal });
  }
}

function unlessTaken(error: unknown): undefined {
  if (isNativeError(error) && "code" in error && error.code === "ELOCKED") return undefined;
  throw error;
}
