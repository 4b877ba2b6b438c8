import { setTimeout as pause } from "node:timers/promises";
import {
  createSidecar,
  daprInvoker,
  daprPublisher,
  daprSecrets,
  daprStateStore,
  sidecarReady,
  waitForSidecar,
} from "@todo-mesh/dapr";
import {
  createLogger,
  createMetrics,
  listen,
  loadConfig,
  opsApp,
  runService,
  systemClock as clock,
  uuidV7Ids as ids,
} from "@todo-mesh/kit";
import { checkStateStore, createCommit, createOutbox, gatheredReads } from "@todo-mesh/state";
import { zoneData } from "@todo-mesh/recurrence";
import { buildMeshApp, buildPublicApp } from "./app.ts";
import { Config } from "./config.ts";
import { CATALOGUE as actions } from "./domain/actions/all.ts";
import { createLiveStreams } from "./outbound/live-streams.ts";
import { createSignIn } from "./outbound/sign-in.ts";
import { changeInBatch } from "./use-cases/change-in-batch.ts";
import { changeTasks } from "./use-cases/change-tasks.ts";
import { eraseAll } from "./use-cases/erase-all.ts";
import { exportAll } from "./use-cases/export-all.ts";
import { inbox } from "./use-cases/inbox.ts";
import { listChanges } from "./use-cases/journal.ts";
import { createLongWork } from "./use-cases/long-work.ts";
import { listConversations, readConversation } from "./use-cases/read-conversations.ts";
import { listTasks, readTask } from "./use-cases/read-tasks.ts";
import { createTaskBook, preparedBy } from "./use-cases/task-book.ts";
import { listOccurrences } from "./use-cases/task-occurrences.ts";
import { tellStanding } from "./use-cases/tell-standing.ts";
import { tellWhen } from "./use-cases/tell-when.ts";
import { createTurns } from "./use-cases/turns.ts";
import { travel } from "./use-cases/travel.ts";
import { undoChanges } from "./use-cases/undo-changes.ts";

const BEAT_MS = 15_000;
const PUBLISH_TIMEOUT_MS = 10_000;

const config = loadConfig(Config, process.env);
const { components } = config;
const service = "chat-api";
const log = createLogger({ service, level: config.logLevel });
const metrics = createMetrics({ service });

const sidecar = createSidecar({ ...config.sidecar, timeoutMs: config.stateTimeoutMs });
// A broker may take its time: breaking off early would only send the same events twice.
const toBroker = createSidecar({ ...config.sidecar, timeoutMs: PUBLISH_TIMEOUT_MS });
const store = gatheredReads(daprStateStore(sidecar, { store: components.stateStore }));
const publisher = daprPublisher(toBroker, { pubsub: components.pubsub });
const secrets = daprSecrets(sidecar, { store: components.secretStore });
const invoker = daprInvoker(sidecar, { protocol: "http" });

const outbox = createOutbox({
  store,
  publisher,
  clock,
  ids,
  log,
  service,
  sharesRoom: true,
});
const tasks = createTaskBook(store);
const { ringsPerHour, quotas } = config;
const commit = createCommit(store, preparedBy(tasks));
const longWork = createLongWork();
const deps = {
  actions,
  store,
  outbox,
  tasks,
  commit,
  longWork,
  clock,
  ids,
  log,
  metrics,
  ringsPerHour,
  quotas,
};
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined);
const turns = createTurns({ ...deps, wait });
const live = createLiveStreams({ clock });
const signIn = createSignIn(config.auth, { secrets, log });
metrics.gauge({ name: "live_streams", help: "Open live connections" }, () => live.count());
metrics.gauge(
  { name: "zone_data_year", help: "Year of the time zone data" },
  () => zoneData().year,
);
metrics.gauge({ name: "outbox_unsent", help: "Changes not published yet" }, () => outbox.unsent());

const reading = inbox({ invoker });

const dependencies = async () => [
  { name: "sign-in", ok: signIn.isOpen() },
  { name: "sidecar", ok: await sidecarReady(sidecar) },
];
const ready = async () => (await dependencies()).every(({ ok }) => ok);

const publicDoor = buildPublicApp({
  ...deps,
  ...config,
  live,
  turns,
  inbox: reading,
  changeTasks: changeTasks(deps),
  changeInBatch: changeInBatch(deps),
  undoChanges: undoChanges(deps),
  travel: travel(deps),
  listChanges: listChanges(deps),
  listOccurrences: listOccurrences(deps),
  listTasks: listTasks(deps),
  readTask: readTask(deps),
  listConversations: listConversations(deps),
  readConversation: readConversation(deps),
  exportAll: exportAll({ ...deps, inbox: reading }),
  eraseAll: eraseAll(deps),
  wait,
  when: tellWhen(deps),
  verify: signIn.verify,
  ready,
});
const meshDoor = buildMeshApp({
  ...deps,
  live,
  tellStanding: tellStanding(deps),
  appToken: config.appToken,
  broadcast: components.broadcast,
});
const opsPort = opsApp({ ready: dependencies, metrics, log });

await runService(log, async (onClose) => {
  onClose("sidecar connections", () => [sidecar, toBroker].forEach((one) => one.close()));
  onClose("ops port", await listen(opsPort, config.ops));
  onClose("mesh door", await listen(meshDoor, config.mesh));
  onClose("outbox", () => outbox.close());
  onClose("turns", () => turns.close());
  const beat = setInterval(() => live.beat(), BEAT_MS);
  onClose("heartbeat", () => clearInterval(beat));
  onClose("public door", await listen(publicDoor, config.public));
  // The sidecar waits for the mesh door, so all that needs it comes after the doors are open.
  await signIn.open();
  await waitForSidecar(sidecar, { timeoutMs: Infinity });
  await checkStateStore(store, ids);
  outbox.start();
});
