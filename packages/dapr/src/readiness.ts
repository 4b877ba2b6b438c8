import type { Dependency } from "@todo-mesh/kit";
import { sidecarReady } from "./health.ts";
import { createSidecar, type SidecarOptions } from "./sidecar.ts";
import { daprStateStore } from "./state-store.ts";

// `/readyz` answers within two seconds, so what it asks must be quicker.
const PATIENCE_MS = 1_000;

/** Whether the sidecar and, through it, the state store answer. */
export function readiness(
  options: Omit<SidecarOptions, "timeoutMs">,
  { store }: { store: string },
): () => Promise<Dependency[]> {
  const sidecar = createSidecar({ ...options, timeoutMs: PATIENCE_MS });
  const state = daprStateStore(sidecar, { store });
  return async () => {
    const [sidecarOk, stateOk] = await Promise.all([
      sidecarReady(sidecar),
      state.get("readiness").then(
        () => true,
        () => false,
      ),
    ]);
    return [
      { name: "sidecar", ok: sidecarOk },
      { name: "state store", ok: stateOk },
    ];
  };
}
