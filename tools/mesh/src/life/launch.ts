import { type Child, spawnPart } from "./child.ts";
import { logFileOf } from "./log-file.ts";
import { endProcess } from "./processes.ts";
import { untilReady } from "./ready.ts";
import type { Env, PartSpec } from "./spec.ts";

export interface Launch {
  readonly env: Env;
  readonly logFolder: string;
  readonly signal: AbortSignal;
  /** Told as soon as the process is there, long before it is ready. */
  readonly onChild: (child: Child) => void;
}

/** Prepares and starts a part and waits until it is ready; what does not get ready is ended again. */
export async function launch(spec: PartSpec, { env, logFolder, signal, onChild }: Launch) {
  await spec.prepare?.(signal);
  signal.throwIfAborted();
  const child = await spawnPart(spec, env, logFolder);
  onChild(child);
  try {
    const logFile = logFileOf(logFolder, spec.name);
    await untilReady(spec, { ended: child.ended, logFile, signal });
  } catch (error) {
    await endChild(spec, child);
    throw error;
  }
}

/** Ends a part as it wishes to be ended; resolves when it is gone. */
export async function endChild(spec: PartSpec, child: Child): Promise<void> {
  await endProcess(child.mark, spec.stopSignal, spec.graceMs);
  await child.ended;
}
