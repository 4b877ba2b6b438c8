import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { type Progress, startProgress } from "./progress.ts";
import { allOf } from "./unavailable.ts";
import { ensureWhole, stands } from "./whole-folder.ts";

/** What a build may look at. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly report: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Something built or fetched once into a folder of its own; other inputs, other folder. */
export interface Part {
  readonly title: string;
  readonly folder: string;
  /** Rejects with `RuntimeUnavailable` when a tool that `make` takes is missing. */
  readonly requireTools: () => Promise<void>;
  readonly make: (into: string, work: Work) => Promise<void>;
}

export interface Work {
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** `todo-mesh` in the user's cache: `XDG_CACHE_HOME`, else `~/.cache`. */
export const cacheFolder = (env: NodeJS.ProcessEnv): string =>
  join(env["XDG_CACHE_HOME"] || join(env["HOME"] ?? homedir(), ".cache"), "todo-mesh");

/** Twelve hex digits that change with the content of any file, with the recipe and the platform. */
export async function fingerprint(files: readonly string[], recipe: readonly string[]) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${basename(file)}\0`).update(await readFile(file));
  return hash
    .update(JSON.stringify([...recipe, process.platform, process.arch]))
    .digest("hex")
    .slice(0, 12);
}

/** Where in the user's cache something lies that is made of these files by this recipe. */
export const folderFor = async (
  name: string,
  { files, recipe }: { readonly files: readonly string[]; readonly recipe: readonly string[] },
  env: NodeJS.ProcessEnv,
): Promise<string> => join(cacheFolder(env), `${name}-${await fingerprint(files, recipe)}`);

/** Makes of the parts those that are not there yet, once the tools that they take have been found. */
export async function ensureMade(parts: readonly Part[], here: Surroundings): Promise<void> {
  const missing = await missingOf(parts);
  await allOf(missing.map(async (part) => part.requireTools()));
  await makePresent(missing, here);
}

export async function missingOf(parts: readonly Part[]): Promise<Part[]> {
  const there = await Promise.all(parts.map(async ({ folder }) => stands(folder)));
  return parts.filter((_, index) => there[index] === false);
}

/** Makes the parts side by side; when one fails, the others are stopped, and nothing runs on. */
export async function makePresent(parts: readonly Part[], here: Surroundings): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(here.signal ? [here.signal] : [])]);
  const all = parts.map(async (part) => makeOne(part, { ...here, signal }));
  try {
    await Promise.all(all);
  } catch (error) {
    failed.abort();
    await Promise.allSettled(all);
    throw error;
  }
}

async function makeOne(part: Part, here: Surroundings & { signal: AbortSignal }): Promise<void> {
  const { env, signal } = here;
  const progress = startProgress(part.title, here.report);
  try {
    await ensureWhole(part.folder, {
      fill: async (into) => part.make(into, { env, progress, signal }),
      signal,
    });
    progress.say("ready");
  } finally {
    progress.end();
  }
}
