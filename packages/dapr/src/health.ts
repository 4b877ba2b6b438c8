import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "@todo-mesh/ports";
import { succeeded } from "./answer.ts";
import type { Sidecar } from "./sidecar.ts";

const ASK_AGAIN_MS = 100;
const PATIENCE_MS = 1_000;

/** Whether the sidecar and its components are up. Never throws; answers within a second. */
export async function sidecarReady(sidecar: Sidecar): Promise<boolean> {
  // `outbound`, because the plain health waits for this very app to be ready.
  return sidecar
    .send({ method: "GET", path: "/v1.0/healthz/outbound", timeoutMs: PATIENCE_MS })
    .then(succeeded, () => false);
}

/** Resolves once the sidecar is ready; `unavailable` when it is not within `timeoutMs`. */
export async function waitForSidecar(
  sidecar: Sidecar,
  { timeoutMs }: { timeoutMs: number },
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await sidecarReady(sidecar))) {
    const { host, httpPort } = sidecar.options;
    if (performance.now() > deadline)
      throw new AppError(
        "unavailable",
        `The Dapr sidecar at ${host}:${httpPort} was not ready within ${timeoutMs} ms: is it running, and are its components?`,
      );
    await pause(ASK_AGAIN_MS);
  }
}
