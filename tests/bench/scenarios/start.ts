import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMesh } from "@todo-mesh/mesh";
import { execa } from "execa";
import type { Figure, Scenario } from "../figure.ts";
import { settings } from "../settings.ts";
import { median } from "../statistics.ts";
import { tell } from "../tell.ts";

const TIMES = 3;

/** How long it takes until a whole mesh is ready. */
export const start: Scenario = {
  name: "start",
  measure: async () => {
    const seconds: number[] = [];
    for (let n = 0; n < TIMES; n += 1) seconds.push(await startOnce());
    const warm: Figure = {
      figure: "start, warm",
      measured: median(seconds),
      unit: "s",
      bar: "≤ 15 s",
      note: `median of ${TIMES}, each with new, empty stores`,
      details: { seconds },
    };
    return settings.cold ? [warm, await cold(warm.measured)] : [warm];
  },
};

async function startOnce(): Promise<number> {
  const began = performance.now();
  const mesh = await startMesh({ durable: true, report: tell });
  const seconds = (performance.now() - began) / 1_000;
  await mesh.stop();
  return seconds;
}

// Where Go and Maven keep what they downloaded and compiled. The dependencies from npm are there already.
const CACHES = { XDG_CACHE_HOME: "cache", GOCACHE: "go-build", GOMODCACHE: "go-modules" };
const RUNTIME = fileURLToPath(new URL("../../../tools/runtime/src/cli.ts", import.meta.url));

async function cold(warmSeconds: number): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "todo-mesh-cold-"));
  const caches = Object.entries(CACHES).map(([name, path]) => [name, join(folder, path)]);
  const env = {
    ...Object.fromEntries(caches),
    // Without it what was downloaded could not be deleted again.
    GOFLAGS: "-modcacherw",
    MAVEN_ARGS: `-Dmaven.repo.local=${join(folder, "maven")}`,
  };
  try {
    const began = performance.now();
    await execa(process.execPath, ["--conditions=@todo-mesh/source", RUNTIME], { env });
    return {
      figure: "start, cold",
      measured: (performance.now() - began) / 1_000 + warmSeconds,
      unit: "s",
      bar: "≤ 480 s",
      note: "Dapr downloaded and built, Kafka downloaded, then a warm start; npm's part was there",
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
