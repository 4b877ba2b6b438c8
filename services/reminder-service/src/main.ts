import {
  createSidecar,
  daprDeadLetters,
  daprInvoker,
  daprJobs,
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
import { createTimers } from "@todo-mesh/timers";
import { zoneData } from "@todo-mesh/recurrence";
import { buildApp } from "./app.ts";
import { Config } from "./config.ts";
import { TimerData } from "./domain/planning/timers-between.ts";
import { ringReminders } from "./use-cases/ring-reminders.ts";

const service = "reminder-service";
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
const timers = createTimers({
  ...common,
  name: "reminders",
  jobs: daprJobs(sidecar),
  schema: TimerData,
  fire: (tx, due) => ring(tx, due),
});
const invoker = daprInvoker(sidecar, { protocol: "http" });
const ring = ringReminders({ ...common, outbox, invoker, timers });
metrics.gauge(
  { name: "zone_data_year", help: "Year of the time zone data" },
  () => zoneData().year,
);
const deadLetters = daprDeadLetters(sidecar, config);
const ready = readiness(config.sidecar, { store: config.stateStore });

await runService(log, async (onClose) => {
  onClose("sidecar", () => sidecar.close());
  onClose("outbox", () => outbox.close());
  onClose("timers", () => timers.close());
  const ops = opsApp({ ready, metrics, log });
  onClose("ops port", await listen(ops, config.ops));
  // Closed before what it needs, and after the door: nothing may arrive any more.
  const app = buildApp({ ...common, ...config, outbox, timers, deadLetters, onClose });
  onClose("mesh door", await listen(app, { host, port: config.meshPort, name: "mesh door" }));
  // The sidecar waits for the mesh door, so it may be late; it is waited for, however long it takes.
  await waitForSidecar(sidecar, { timeoutMs: Infinity });
  await checkStateStore(store, uuidV7Ids);
  outbox.start();
  timers.start();
});
