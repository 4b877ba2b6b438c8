import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("results/", import.meta.url));

/** Writes results into a file of their own, named after this moment; answers where. */
export async function writeResults(results: object): Promise<string> {
  const at = new Date().toISOString();
  const file = join(FOLDER, `${at.slice(0, 19).replaceAll(":", "-")}.json`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, `${JSON.stringify({ at, ...results }, undefined, 2)}\n`);
  return file;
}
