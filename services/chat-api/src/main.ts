import {
  ExportReminders,
  FindNotifications,
  MarkRead,
  MarkSeveralRead,
  ReadInbox,
  ReadReminder,
} from "@todo-mesh/contracts/calls";
import { callOf } from "@todo-mesh/dapr";
import { createMeshService } from "@todo-mesh/service";
import { gatheredReads } from "@todo-mesh/state";
import { zoneData } from "@todo-mesh/recurrence";
import { buildMeshApp, buildPublicApp } from "./app.ts";
import { Config } from "./config.ts";
import { CATALOGUE as actions } from "./domain/actions/all.ts";
import { createLiveStreams } from "./outbound/live-streams.ts";
import { createModelUse } from "./outbound/model/create-model-use.ts";
import { createSignIn } from "./outbound/sign-in.ts";
import { wait } from "./outbound/wait.ts";
import { buildUseCases } from "./use-cases/build-use-cases.ts";
import { createOpenSession } from "./use-cases/open-session.ts";

const service = createMeshService("chat-api", Config, { store: gatheredReads, sharesRoom: true });
const calls = {
  readInbox: callOf(service.invoker, ReadInbox),
  markRead: callOf(service.invoker, MarkRead),
  markSeveralRead: callOf(service.invoker, MarkSeveralRead),
  exportReminders: callOf(service.invoker, ExportReminders),
  readReminder: callOf(service.invoker, ReadReminder),
  findNotifications: callOf(service.invoker, FindNotifications),
};
const model = createModelUse(service.config.modelServer, service);
const useCases = buildUseCases({ ...service, ...service.config, actions, ...calls, wait, model });
const live = createLiveStreams(service);
const { verify, devSecret, ...signIn } = createSignIn(service.config.auth, service);
const openSession = createOpenSession({ ...service, devSecret });
const zoneYear = { name: "zone_data_year", help: "Year of the time zone data" };
service.metrics.gauge(zoneYear, () => zoneData().year);

const ready = async () => [
  { name: "sign-in", ok: signIn.isOpen() },
  { name: "sidecar", ok: await service.sidecarReady() },
];
const doors = {
  ...service,
  ...service.config,
  ...useCases,
  actions,
  live,
  verify,
  openSession,
  wait,
  hasModel: model !== undefined,
};

await service.run({
  mesh: () => buildMeshApp(doors),
  doors: [{ app: buildPublicApp({ ...doors, ready }), ...service.config.public }],
  parts: { turns: useCases.turns, live: live.heartbeat, signIn },
  ready,
});
