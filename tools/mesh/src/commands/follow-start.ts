import { lockMesh } from "../lock.ts";
import { TAKEN } from "../keeper.ts";
import { readState } from "../life/state-file.ts";
import { until } from "../life/until.ts";
import { type KeeperProcess, livingState } from "./keeper-process.ts";
import { say } from "./say.ts";

// The parts have deadlines of their own; this one is for what nobody thought of.
const LONGEST_START_MS = 15 * 60_000;

/** Tells how the parts get ready, one by one; resolves when all are, rejects when they will not be. */
export async function followStart(folder: string, own: KeeperProcess, signal: AbortSignal) {
  const began = performance.now();
  const told = new Set<string>();
  const isUp = () => {
    const state = livingState(folder);
    for (const { name, state: how } of state?.parts ?? []) {
      if (how !== "ready" || told.has(name)) continue;
      told.add(name);
      say(`  ${seconds(performance.now() - began)}  ${name}`);
    }
    if (state?.phase === "up") return true;
    throwIfOver(folder, own);
    return false;
  };
  if (await until(isUp, { ms: LONGEST_START_MS, everyMs: 100, signal }))
    return performance.now() - began;
  throw new Error("The mesh does not get ready");
}

function throwIfOver(folder: string, own: KeeperProcess): void {
  const exitCode = own.exitCode();
  if (exitCode === undefined) return;
  if (exitCode === 0) throw new Error("The mesh was stopped while it started.");
  // Somebody else's keeper was there first: then the start is theirs, as long as they live.
  if (exitCode === TAKEN && isHeld(folder)) return;
  throw new Error(readState(folder)?.error ?? "The keeper of the mesh ended; see its log.");
}

function isHeld(folder: string): boolean {
  const release = lockMesh(folder);
  release?.();
  return release === undefined;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`.padStart(7);
