import { type Sidecar, waitForSidecar } from "@todo-mesh/dapr/parts";
import {
  type Dependency,
  type Door,
  listen,
  type Logger,
  type Metrics,
  type OnClose,
  opsApp,
  runService,
} from "@todo-mesh/kit";
import type { IdSource, SecretStore, StateStore } from "@todo-mesh/ports";
import { checkStateStore, type Outbox, type TransientEvents } from "@todo-mesh/state";
import type { Express, Router } from "express";
import type { MeshSettings } from "./mesh-settings.ts";

/** What runs beside the doors. */
export interface Part {
  /** Once the doors are open; the sidecar may not be there yet. */
  open?(): Promise<void> | void;
  /** Once the sidecar is there. */
  start?(): void;
  /** Once no door takes anything in any more; what it needs is still there. */
  close?(): Promise<void> | void;
}

export interface Running {
  /** The door for the sidecar. What `onClose` is given closes after it. */
  readonly mesh: (onClose: OnClose) => Express;
  /** Doors for others; they close first. */
  readonly doors?: readonly (Door & { readonly app: Express })[];
  readonly parts?: Readonly<Record<string, Part>>;
  /** What `/readyz` of the ops port tells, where it is not the sidecar and its state store. */
  readonly ready?: () => Promise<readonly Dependency[]>;
  /** What the operator sees and does on the ops port, by a token of the secret store. */
  readonly operator?: Router;
}

// Who is busy asks again by then, and is told; who is not has a moment less in which to be unlucky.
const LINGER_MS = 1_000;
const OPERATOR_SECRET = "ops-token";

interface Alive {
  readonly config: Pick<MeshSettings, "mesh" | "ops">;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly sidecar: Sidecar;
  readonly store: StateStore;
  readonly ids: IdSource;
  readonly secrets: SecretStore;
  readonly outbox: Pick<Outbox, "start" | "close">;
  readonly transient: Pick<TransientEvents, "close">;
  readonly ready: () => Promise<readonly Dependency[]>;
  /** Lets go of the sidecar. */
  close(): void;
}

/** Starts a service: its doors, then its parts, as each may begin. It ends in reverse order, the doors first. */
export function runMeshService(service: Alive, running: Running): Promise<void> {
  const { log, sidecar, store, ids, outbox, transient } = service;
  return runService(log, async (onClose) => {
    onClose("sidecar", () => service.close());
    onClose("outbox", () => outbox.close());
    onClose("transient events", () => transient.close());
    const parts = Object.entries(running.parts ?? {});
    for (const [name, part] of parts) onClose(name, () => part.close?.());
    await openDoors(service, running, onClose);
    for (const [, part] of parts) await part.open?.();
    // The sidecar waits for the mesh door, so it may be late; it is waited for, however long it takes.
    await waitForSidecar(sidecar, { timeoutMs: Infinity });
    await checkStateStore(store, ids);
    outbox.start();
    for (const [, part] of parts) part.start?.();
  });
}

async function openDoors(service: Alive, running: Running, onClose: OnClose): Promise<void> {
  const { config, log, metrics, secrets } = service;
  const { ready = service.ready, operator: routes } = running;
  const operator = routes && { token: () => secrets.get(OPERATOR_SECRET), routes };
  const ops = opsApp({ ready, metrics, log, operator });
  onClose("ops port", await listen(ops, config.ops));
  const mesh = { ...config.mesh, lingerMs: LINGER_MS };
  onClose("mesh door", await listen(running.mesh(onClose), mesh));
  for (const { app, ...door } of running.doors ?? [])
    onClose(door.name, await listen(app, { lingerMs: LINGER_MS, ...door }));
}
