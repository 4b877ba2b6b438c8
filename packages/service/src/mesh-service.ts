import type { ServiceName } from "@todo-mesh/contracts";
import { type DeadLetters } from "@todo-mesh/dapr";
import {
  createSidecar,
  daprDeadLetters,
  daprInvoker,
  daprJobs,
  daprPublisher,
  daprSecrets,
  daprStateStore,
  readiness,
  type Sidecar,
  sidecarReady,
} from "@todo-mesh/dapr/parts";
import {
  createLogger,
  createMetrics,
  type Dependency,
  loadConfig,
  type Logger,
  type Metrics,
  steadyClock,
  uuidV7Ids as ids,
} from "@todo-mesh/kit";
import type {
  Clock,
  IdSource,
  Invoker,
  JobScheduler,
  SecretStore,
  StateStore,
} from "@todo-mesh/ports";
import {
  createOutbox,
  createTransientEvents,
  type Outbox,
  type TransientEvents,
} from "@todo-mesh/state";
import type { z } from "zod";
import { type Running, runMeshService } from "./life.ts";
import type { MeshSettings } from "./mesh-settings.ts";

const STATE_TIMEOUT_MS = 5_000;
// A broker may take its time: breaking off early would only send the same events twice.
const PUBLISH_TIMEOUT_MS = 10_000;

interface Own {
  /** Puts something before the state store. */
  readonly store?: (rows: StateStore) => StateStore;
  /** One person may not fill the outbox. */
  readonly sharesRoom?: boolean;
}

/** What every service is made of, all of it on its sidecar. Nothing is sent before `run`. */
export interface MeshService<Settings extends MeshSettings> {
  readonly config: Settings;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly sidecar: Sidecar;
  readonly store: StateStore;
  readonly outbox: Outbox;
  readonly transient: TransientEvents;
  readonly jobs: JobScheduler;
  readonly invoker: Invoker;
  readonly secrets: SecretStore;
  readonly deadLetters: DeadLetters;
  /** Whether the sidecar answers, whatever becomes of the state store. */
  readonly sidecarReady: () => Promise<boolean>;
  /** Whether the sidecar and its state store answer. */
  readonly ready: () => Promise<readonly Dependency[]>;
  /** Starts all of it, and ends it in reverse order. Resolves when it has started. */
  run(running: Running): Promise<void>;
}

/** Reads the environment, and puts together what a service is made of. */
export function createMeshService<Settings extends MeshSettings>(
  service: ServiceName,
  Config: z.ZodType<Settings>,
  own: Own = {},
): MeshService<Settings> {
  const config = loadConfig(Config, process.env);
  const { components, stateTimeoutMs: timeoutMs = STATE_TIMEOUT_MS } = config;
  const log = createLogger({ service, level: config.logLevel });
  const clock = steadyClock(log);
  const metrics = createMetrics({ service });
  const sidecar = createSidecar({ ...config.sidecar, timeoutMs });
  const toBroker = createSidecar({ ...config.sidecar, timeoutMs: PUBLISH_TIMEOUT_MS });
  const rows = daprStateStore(sidecar, { store: components.stateStore });
  const store = own.store?.(rows) ?? rows;
  const publisher = daprPublisher(toBroker, { pubsub: components.pubsub });
  const common = { store, clock, ids, log, metrics };
  const { sharesRoom = false } = own;
  const outbox = createOutbox({ ...common, publisher, service, sharesRoom });
  const transient = createTransientEvents({ ...common, publisher, service });
  const ready = readiness(config.sidecar, { store: components.stateStore });
  const unsent = { name: "outbox_unsent", help: "Changes not published yet" };
  metrics.gauge(unsent, () => outbox.unsent());

  const parts = {
    ...common,
    config,
    sidecar,
    outbox,
    transient,
    ready,
    sidecarReady: () => sidecarReady(sidecar),
    jobs: daprJobs(sidecar),
    invoker: daprInvoker(sidecar, { protocol: "http" }),
    secrets: daprSecrets(sidecar, { store: components.secretStore }),
    deadLetters: daprDeadLetters(sidecar, { pubsub: components.pubsub }),
  };
  const close = (): void => [sidecar, toBroker].forEach((one) => one.close());
  return { ...parts, run: (running) => runMeshService({ ...parts, close }, running) };
}
