import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePage } from "@todo-mesh/runtime";
import { execa } from "execa";
import { z } from "zod";
import { type AppImage, layOutApp } from "./app.ts";
import { buildImage, type Built } from "./build.ts";
import { layOutDebian } from "./debian.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const CONTEXT = join(ROOT, ".images");

const SERVICES = ["reminder-service", "notification-service"];

/** Compiles all, lays out what images hold, and builds them: one for each service and one for the jobs of the chart. */
export async function makeImages(report: (line: string) => void): Promise<Built[]> {
  report("compiling");
  await execa(join(ROOT, "tools", "bootstrap", "pnpm"), ["exec", "tsc", "--build"], { cwd: ROOT });
  const page = await ensurePage({ env: process.env, report });
  const { version } = z.object({ version: z.string() }).parse(readJson(join(ROOT, "package.json")));
  const revision = await revisionOf();
  report("laying out");
  for (const stale of ["root", "apps"])
    rmSync(join(CONTEXT, stale), { recursive: true, force: true });
  const debian = await layOutRoot(join(CONTEXT, "root"));
  const built = [];
  for (const image of imagesOf(page)) {
    layOutApp(image, join(CONTEXT, "apps", image.name), { root: ROOT, version, revision, debian });
    report(`building ${image.name}`);
    built.push(await buildImage({ context: CONTEXT, name: image.name, version, revision }));
  }
  return built;
}

const imagesOf = (page: string): AppImage[] => [
  { name: "chat-api", folder: "services/chat-api", extra: { page } },
  ...SERVICES.map((name) => ({ name, folder: `services/${name}` })),
  { name: "jobs", folder: "tools/jobs" },
];

async function layOutRoot(into: string) {
  mkdirSync(join(into, "usr", "bin"), { recursive: true });
  const debian = await layOutDebian(into);
  copyFileSync(process.execPath, join(into, "usr", "bin", "node"));
  return debian;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** Of a checkout without git there is none. */
const revisionOf = async (): Promise<string> =>
  execa("git", ["rev-parse", "HEAD"], { cwd: ROOT }).then(
    ({ stdout }) => stdout,
    () => "",
  );
