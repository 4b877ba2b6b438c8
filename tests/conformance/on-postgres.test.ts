import { afterAll, beforeAll, describe } from "@jest/globals";
import { randomUUID } from "node:crypto";
import {
  createSidecar,
  daprDeadLetters,
  daprInvoker,
  daprJobs,
  daprPublisher,
  daprSecrets,
  daprStateStore,
  type Sidecar,
  waitForSidecar,
} from "@todo-mesh/dapr/parts";
import { steadyClock, uuidV7Ids } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import type { Invoker } from "@todo-mesh/ports";
import {
  clockConformance,
  idSourceConformance,
  invokerConformance,
  jobsConformance,
  type Outage,
  publisherConformance,
  secretsConformance,
  stateRacesConformance,
  stateValuesConformance,
} from "@todo-mesh/ports/conformance";
import { until } from "@todo-mesh/ports/testing";
import { type App, startApp, TOPICS, Trying } from "./app.ts";
import { type Audience, startAudience } from "./audience.ts";
import { broadcasts } from "./broadcasts.ts";
import { type CalleeApp, startCallee } from "./callee.ts";
import { deliveries } from "./deliveries.ts";
import { invocations } from "./invocations.ts";
import { secretOf } from "./secret-of.ts";

let app: App;
let callee: CalleeApp;
let audience: Audience;
let mesh: Mesh;
let sidecar: Sidecar;

beforeAll(async () => {
  app = await startApp(() => daprDeadLetters(sidecar, { pubsub: "pubsub" }));
  callee = await startCallee();
  audience = await startAudience();
  const extraApps = [
    {
      appId: "conformance",
      port: app.port,
      secrets: ["auth-dev-secret"],
      publishes: [...TOPICS, Trying.topic],
      subscribes: [...TOPICS, Trying.topic],
    },
    { appId: "callee", port: callee.port, callers: ["conformance"] },
    { appId: "chat-api", port: audience.port },
  ];
  mesh = await startMesh({ services: [], extraApps });
  sidecar = createSidecar({ ...mesh.sidecar("conformance"), timeoutMs: 5_000 });
  await waitForSidecar(sidecar, { timeoutMs: 10_000 });
}, 600_000);
afterAll(async () => {
  await mesh?.stop();
  sidecar?.close();
  await app?.close();
  await callee?.goAway();
  await audience?.close();
}, 60_000);

const pausing = (part: string): Outage => ({
  begin: () => mesh.part(part).pause(),
  end: () => mesh.part(part).resume(),
});

const store = () => daprStateStore(sidecar, { store: "statestore" });

describe("on a real sidecar, with Kafka, PostgreSQL and Dapr's scheduler", () => {
  stateValuesConformance("PostgreSQL", { store });
  stateRacesConformance("PostgreSQL", { store });

  publisherConformance("Kafka", {
    publisher: () => daprPublisher(sidecar, { pubsub: "pubsub" }),
    topics: TOPICS,
    arrived: () => app.events,
    outage: pausing("kafka"),
  });
  deliveries(() => ({ app, mesh, sidecar }));
  broadcasts(() => ({ audience, mesh, sidecar }));

  jobsConformance("Dapr's scheduler", {
    jobs: () => daprJobs(sidecar),
    now: () => new Date(),
    rings: () => app.rings,
    refuse: (name, times) => void app.refusals.set(name, times),
    outage: pausing("scheduler"),
  });

  describe.each(["http", "grpc"] as const)("by %s", (protocol) => {
    const invoker = (): Invoker => daprInvoker(sidecar, { protocol });
    const outage = { begin: async () => callee.goAway(), end: async () => backAgain(invoker()) };
    const carriesWords = protocol === "http";
    const apps = { app: "callee", nobody: "nobody" };
    // Loading the gRPC client stops this process, and with it the callee, for long enough to be found ill.
    beforeAll(async () => answers(invoker()));
    invokerConformance(protocol, { invoker, ...apps, carriesWords, outage });
    invocations(protocol, () => ({ invoker: invoker(), callee }));
  });

  secretsConformance("a file", {
    secrets: () => daprSecrets(sidecar, { store: "secretstore" }),
    held: () => ({ "auth-dev-secret": secretOf(mesh, "auth-dev-secret") }),
  });

  clockConformance("of the machine", () => steadyClock(quietLogger()));
  idSourceConformance("kit", () => uuidV7Ids);
});

async function backAgain(invoker: Invoker): Promise<void> {
  await callee.comeBack();
  await answers(invoker);
}

async function answers(invoker: Invoker): Promise<void> {
  const call = { app: "callee", method: "GET", path: `echo/${randomUUID()}` } as const;
  // Its sidecar asks for its health once a second.
  await until("the callee answers", () => invoker.invoke(call));
}
