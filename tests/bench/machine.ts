import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { ensureRuntime } from "@todo-mesh/runtime";
import { execa } from "execa";

/** What the figures were measured on. */
export async function machineFacts() {
  const { daprd, java } = await ensureRuntime({ report: () => undefined });
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "unknown",
    memory_mb: Math.round(totalmem() / 1_048_576),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    dapr: await firstLine(daprd, ["--version"]),
    java: await firstLine(java, ["-version"]),
  };
}

async function firstLine(file: string, args: string[]): Promise<string> {
  const { all } = await execa(file, args, { all: true });
  return all.split("\n", 1)[0] ?? "";
}

/** How many processes wanted a core in the last minute, ours among them. */
export const loadNow = (): number => loadavg()[0] ?? 0;
