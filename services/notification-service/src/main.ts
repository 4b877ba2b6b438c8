import {
  createSidecar,
  daprDeadLetters,
  daprPublisher,
  daprStateStore,
  readiness,
  waitForSidecar,
} from "@todo-mesh/dapr";
import {
  createLogger,
  createMetrics,
  listen,
  loadConfig,
  opsApp,
  runService,
  systemClock,
  uuidV7Ids,
} from "@todo-mesh/kit";
import { checkStateStore, createOutbox } from "@todo-mesh/state";
import { buildApp } from "./app.ts";
import { Config } from "./config.ts";

const service = "notification-service";
const host = "127.0.0.1";
const config = loadConfig(Config, process.env);
const log = createLogger({ service, level: config.logLevel });
const metrics = createMetrics({ service });
const sidecar = createSidecar({ ...config.sidecar, timeoutMs: 5_000 });
const store = daprStateStore(sidecar, { store: config.stateStore });
const common = { store, clock: systemClock, ids: uuidV7Ids, log, metrics };

const outbox = createOutbox({
  ...common,
  publisher: daprPublisher(sidecar, { pubsub: config.pubsub }),
  service,
});
const deadLetters = daprDeadLetters(sidecar, config);
const ready = readiness(config.sidecar, { store: config.stateStore });

await runService(log, async (onClose) => {
  onClose("sidecar", () => sidecar.close());
  onClose("outbox", () => outbox.close());
  const ops = opsApp({ ready, metrics, log });
  onClose("ops port", await listen(ops, config.ops));
  // Closed before what it needs, and after the door: nothing may arrive any more.
  const app = buildApp({ ...common, ...config, outbox, deadLetters, onClose });
  onClose("mesh door", await listen(app, { host, port: config.meshPort, name: "mesh door" }));
  // The sidecar waits for the mesh door, so it may be late; it is waited for, however long it takes.
  await waitForSidecar(sidecar, { timeoutMs: Infinity });
  await checkStateStore(store, uuidV7Ids);
  outbox.start();
});
