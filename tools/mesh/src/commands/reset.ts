import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ensureRuntime } from "@todo-mesh/runtime";
import { kafkaFolderIn, makeMeshFolder, meshFolder, namesFilesIn } from "../machine/place.ts";
import { say } from "./say.ts";
import { stopped } from "./down.ts";

/** Stops the mesh and erases all it knows; secrets and logs stay. */
export async function reset(): Promise<void> {
  const folder = meshFolder();
  makeMeshFolder(folder);
  const release = await stopped(folder);
  try {
    const { postgres } = await ensureRuntime({ report: say });
    const data = [
      await postgres.dataFolder(folder),
      kafkaFolderIn(folder),
      join(folder, "scheduler"),
      ...namesFilesIn(folder),
    ];
    for (const path of data) await erase(path);
  } finally {
    release();
  }
}

async function erase(path: string): Promise<void> {
  if (!(await stat(path).catch(() => undefined))) return;
  await rm(path, { recursive: true });
  say(`Erased ${path}`);
}
