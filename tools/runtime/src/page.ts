import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  cacheFolder,
  fingerprint,
  makePresent,
  missingOf,
  type Part,
  type Surroundings,
} from "./part.ts";
import { run } from "./run.ts";

const PACKAGE = fileURLToPath(new URL("../../../packages/chat-ui/", import.meta.url));
const LOCK = fileURLToPath(new URL("../../../pnpm-lock.yaml", import.meta.url));
const INPUTS = ["index.html", "package.json", "vite.config.ts"];

/** Makes the page present, and answers where its files lie: built once, in seconds, for what it is built from. */
export async function ensurePage(here: Surroundings): Promise<string> {
  const part = await pagePart(here.env);
  await makePresent(await missingOf([part]), here);
  return part.folder;
}

/** The page as its browsers get it, built from `packages/chat-ui` by the Vite that is installed there. */
export async function pagePart(
  env: NodeJS.ProcessEnv,
  { folder = PACKAGE, lock = LOCK } = {},
): Promise<Part> {
  const inputs = [lock, ...INPUTS.map((name) => join(folder, name)), ...(await filesIn(folder))];
  return {
    title: "The page",
    folder: join(cacheFolder(env), `page-${await fingerprint(inputs, [])}`),
    requireTools: async () => undefined,
    make: async (into, work) => {
      const vite = join(folder, "node_modules", "vite", "bin", "vite.js");
      const args = [vite, "build", "--outDir", into, "--emptyOutDir", "--logLevel", "warn"];
      const production = { ...work.env, NODE_ENV: "production" };
      const command = { what: "Building the page", file: process.execPath, args, cwd: folder };
      await run({ ...command, env: production, signal: work.signal }, () => undefined);
    },
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await Promise.all(
    ["src", "public"].map(async (name) => {
      const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile());
    }),
  );
  return found
    .flat()
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}
