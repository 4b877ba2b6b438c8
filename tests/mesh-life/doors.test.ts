import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { execa } from "execa";
import { z } from "zod";
import {
  callLocal,
  fetched,
  listJobs,
  opened,
  putOnKafka,
  rowsOf,
  topicsOf,
} from "./doors/calls.ts";
import { certificateOf } from "./doors/certificate.ts";
import type { Target } from "./doors/nobody.ts";

// What of the mesh another user of this machine can get at: nothing. Each attempt has a control beside
// it that goes the same way with what it takes, so that a refusal means something.
const NOBODY = fileURLToPath(new URL("doors/nobody.ts", import.meta.url));
const SERVICES = ["chat-api", "reminder-service", "notification-service"] as const;

let mesh: Mesh;
beforeAll(async () => {
  if (process.getuid?.() !== 0)
    throw new Error(
      "Run this test as root: only root can become the user nobody, and try the doors as that user",
    );
  mesh = await startMesh({ extraApps: [{ appId: "stranger" }] });
}, 180_000);
afterAll(async () => mesh?.stop(), 60_000);

const port = (part: string, name: string): number => mesh.part(part).spec.ports[name] ?? 0;
const ofEach = (suffix: string, name: string) =>
  SERVICES.map((one) => port(`${one}-1${suffix}`, name));

const tokenOf = (appId: string): string =>
  readFileSync(join(mesh.folder, "sentry", "tokens", `${appId}.jwt`), "utf8");
const identityOf = async (appId: string) =>
  certificateOf({ port: port("sentry", "sentry"), appId, token: tokenOf(appId) });

function target(): Target {
  const inMesh = [".", "secrets.json", "logs", "kafka", "kafka/server.properties"];
  const more = ["names.db", "scheduler/etcd.sock", "sentry/issuer/issuer.key"];
  const tokens = SERVICES.map((service) => `sentry/tokens/${service}.jwt`);
  return {
    internal: ofEach("-sidecar", "internal"),
    sidecars: ofEach("-sidecar", "http"),
    meshDoors: ofEach("", "mesh"),
    sentry: port("sentry", "sentry"),
    scheduler: port("scheduler", "scheduler"),
    kafka: [port("kafka", "kafka"), port("kafka", "controller")],
    postgres: port("postgres", "postgres"),
    every: Object.values(mesh.part("scheduler").spec.ports),
    pids: mesh.partNames().map((name) => mesh.part(name).pid ?? 0),
    paths: [
      ...[...inMesh, ...more, ...tokens].map((path) => join(mesh.folder, path)),
      ...(mesh.part("postgres").spec.data ?? []),
    ],
  };
}

const Secrets = z.record(z.string(), z.string());
const Report = z.object({ uid: z.literal(65_534), outcomes: z.record(z.string(), z.string()) });

test("nobody gets through any door of a mesh that runs", async () => {
  const { stdout } = await execa(process.execPath, ["--conditions=@todo-mesh/source", NOBODY], {
    input: JSON.stringify(target()),
  });
  const { outcomes } = Report.parse(JSON.parse(stdout));
  expect(Object.keys(outcomes).length).toBeGreaterThan(60);
  expect(Object.entries(outcomes).filter(([, how]) => !how.startsWith("refused"))).toEqual([]);
  // Refused, and not merely away.
  expect(Object.entries(outcomes).filter(([, how]) => /ECONNREFUSED|ENOENT/.test(how))).toEqual([]);
}, 180_000);

const publish = async (app: string, topic: string) => {
  const { url, apiToken } = mesh.sidecar(app);
  const answer = await fetch(`${url}/v1.0/publish/pubsub/${topic}`, {
    method: "POST",
    headers: { "dapr-api-token": apiToken ?? "", "content-type": "application/json" },
    body: JSON.stringify({ hello: "mesh" }),
  });
  return answer.status;
};

test("a sidecar lets its service publish on its own topic and on no other, and a stranger on none", async () => {
  expect(await publish("notification-service", "todo.notifications.events")).toBe(204);
  expect(await publish("notification-service", "todo.tasks.events")).toBe(403);
  expect(await publish("reminder-service", "todo.notifications.events")).toBe(403);
  expect(await publish("chat-api", "todo.tasks.events.dlq")).toBe(403);
  expect(await publish("stranger", "todo.tasks.events")).toBe(403);
}, 60_000);

test("the sidecar of a callee lets in the caller that the table names, by its certificate, and no other", async () => {
  const internal = port("notification-service-1-sidecar", "internal");
  const inbox = { verb: "GET", path: "inbox/ada" } as const;
  expect(await callLocal(internal, { ...inbox, tls: await identityOf("chat-api") })).toContain(
    "items",
  );
  const other = callLocal(internal, { ...inbox, tls: await identityOf("reminder-service") });
  await expect(other).rejects.toThrow(/access control policy/);
  const beyond = { verb: "POST", path: "events/todo.tasks.events" } as const;
  const further = callLocal(internal, { ...beyond, tls: await identityOf("chat-api") });
  await expect(further).rejects.toThrow(/access control policy/);
}, 60_000);

test("sentry gives a certificate to the bearer of an app's token, in that app's name alone", async () => {
  await expect(identityOf("chat-api")).resolves.toHaveProperty("cert");
  const wanted = { port: port("sentry", "sentry"), appId: "chat-api" };
  const borrowed = certificateOf({ ...wanted, token: tokenOf("reminder-service") });
  await expect(borrowed).rejects.toThrow(/token validation failed/);
}, 60_000);

test("the scheduler shows the jobs of an app to that app alone", async () => {
  const scheduler = port("scheduler", "scheduler");
  const own = await identityOf("reminder-service");
  await expect(listJobs(scheduler, "reminder-service", own)).resolves.toEqual(expect.any(String));
  const others = listJobs(scheduler, "reminder-service", await identityOf("chat-api"));
  await expect(others).rejects.toThrow(/identity does not match/);
}, 60_000);

test("Kafka, PostgreSQL and the files are there for whoever knows the passwords", async () => {
  expect(await topicsOf(mesh.kafka)).toContain("todo.tasks.events");
  await putOnKafka(mesh.kafka);
  expect(await rowsOf(mesh.postgresUrl)).toEqual(expect.any(Number));
  await Promise.all(target().paths.map(opened));
}, 60_000);

const tokens = (token: string) => ({ headers: { "dapr-api-token": token } });

test("a token between an app and its sidecar opens the doors of that app alone", async () => {
  for (const mine of SERVICES)
    for (const theirs of SERVICES) {
      const state = `${mesh.sidecar(theirs).url}/v1.0/metadata`;
      const listens = `${mesh.doors(theirs).meshUrl}/dapr/subscribe`;
      const tried = [
        fetched(state, tokens(mesh.sidecar(mine).apiToken)),
        fetched(listens, tokens(mesh.doors(mine).appToken)),
      ].map(async (one) =>
        one.then(
          () => true,
          () => false,
        ),
      );
      expect([mine, theirs, await Promise.all(tried)]).toEqual([
        mine,
        theirs,
        [mine === theirs, mine === theirs],
      ]);
    }
}, 60_000);

const OWN_SECRETS: Readonly<Record<string, string>> = {
  "chat-api": "auth-dev-secret",
  "reminder-service": "ops-token",
};

test("each service reads the secrets that are its own, and no other", async () => {
  const secrets = Object.keys(
    Secrets.parse(JSON.parse(readFileSync(join(mesh.folder, "secrets.json"), "utf8"))),
  );
  for (const service of SERVICES)
    for (const secret of secrets) {
      const { url, apiToken } = mesh.sidecar(service);
      const { status } = await fetch(`${url}/v1.0/secrets/secretstore/${secret}`, {
        headers: { "dapr-api-token": apiToken },
      });
      const isOwn = OWN_SECRETS[service] === secret;
      expect([service, secret, status]).toEqual([service, secret, isOwn ? 200 : 403]);
    }
}, 60_000);
