import { isNativeError } from "node:util/types";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { until } from "./life/until.ts";

const SQLITE_BUSY = 5;

/**
 * Takes the mesh of this folder; undefined while another process has it. The kernel gives it back
 * when its holder ends, however that ends: there is no stale lock.
 */
export function lockMesh(folder: string): (() => void) | undefined {
  const database = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
    return () => database.close();
  } catch (error) {
    database.close();
    if (isNativeError(error) && "errcode" in error && error.errcode === SQLITE_BUSY)
      return undefined;
    throw error;
  }
}

/** Like `lockMesh`, but waits for whoever has it; rejects when that takes longer than `ms`. */
export async function lockMeshWithin(folder: string, ms: number): Promise<() => void> {
  let release: (() => void) | undefined;
  const got = await until(() => (release = lockMesh(folder)) !== undefined, { ms });
  if (got && release) return release;
  throw new Error(`Another process holds the mesh in ${folder}`);
}
