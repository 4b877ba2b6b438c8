import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Mark = z.object({ pid: z.int().positive(), born: z.string() });
const Ports = z.record(z.string(), z.number());

const PartState = z.enum(["stopped", "starting", "ready", "paused", "stopping", "dead"]);
export type PartState = z.infer<typeof PartState>;

const PartRecord = z.object({
  name: z.string(),
  needs: z.array(z.string()),
  ports: Ports.readonly(),
  stopSignal: z.enum(["SIGTERM", "SIGINT"]),
  graceMs: z.number(),
  state: PartState,
  since: z.iso.datetime(),
  restarts: z.number(),
  mark: Mark.optional(),
});
export type PartRecord = z.infer<typeof PartRecord>;

const MeshState = z.object({
  phase: z.enum(["starting", "up", "stopping", "failed"]),
  /** The process that watches over the parts. */
  keeper: Mark,
  address: z.string().optional(),
  error: z.string().optional(),
  parts: z.array(PartRecord),
});
export type MeshState = z.infer<typeof MeshState>;

const fileIn = (folder: string): string => join(folder, "state.json");

/** Written on every change and renamed into place: whoever reads it after a crash finds it whole. */
export function writeState(folder: string, state: MeshState): void {
  const unfinished = `${fileIn(folder)}.new`;
  writeFileSync(unfinished, JSON.stringify(state, undefined, 2), { mode: 0o600 });
  renameSync(unfinished, fileIn(folder));
}

/** Undefined when nothing stands written, or nothing we understand. */
export function readState(folder: string): MeshState | undefined {
  try {
    return MeshState.safeParse(JSON.parse(readFileSync(fileIn(folder), "utf8"))).data;
  } catch {
    return undefined;
  }
}

export const forgetState = (folder: string): void => rmSync(fileIn(folder), { force: true });
