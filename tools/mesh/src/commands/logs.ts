import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { execa } from "execa";
import { logFolderIn, makeMeshFolder, meshFolder } from "../machine/place.ts";

/** Follows the logs of a part, of all replicas of a service, or of everything, until interrupted. */
export async function logs(wanted: string | undefined, interrupt: AbortSignal): Promise<void> {
  const folder = meshFolder();
  makeMeshFolder(folder);
  const files = readdirSync(logFolderIn(folder)).filter((file) => file.endsWith(".log"));
  const chosen = wanted ? files.filter((file) => isOf(file, wanted)) : files;
  if (chosen.length === 0) {
    const names = files.map((file) => basename(file, ".log")).join(", ") || "none yet";
    throw new Error(`There is no log of ${wanted ?? "anything"}; there are: ${names}`);
  }
  const paths = chosen.map((file) => join(logFolderIn(folder), file));
  await execa("tail", ["-n", "50", "-F", ...paths], {
    stdio: "inherit",
    reject: false,
    cancelSignal: interrupt,
  });
}

const isOf = (file: string, wanted: string): boolean => {
  const part = basename(file, ".log");
  return part === wanted || part.replace(/-\d+$/, "") === wanted;
};
