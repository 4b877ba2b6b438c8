import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { execa } from "execa";
import { Kafka, logLevel } from "kafkajs";
import { eventually, leftOf, NOTHING, type State, traceOf } from "./make-mesh.ts";

const TOPIC = "todo.tasks.events";
let mesh: Mesh;
beforeAll(async () => {
  mesh = await startMesh({ services: [], extraApps: [{ appId: "probe", publishes: [TOPIC] }] });
}, 120_000);
afterAll(async () => mesh.stop(), 60_000);

/** Asks the sidecar; a call that hangs is one that fails. */
async function ask(method: string, path: string, body?: unknown) {
  const { url, apiToken } = mesh.sidecar("probe");
  const response = await fetch(url + path, {
    method,
    headers: { "dapr-api-token": apiToken, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  return response && { status: response.status, text: await response.text() };
}

const answersWith = async (status: number, ...question: Parameters<typeof ask>) =>
  (
    await eventually(
      async () => ask(...question),
      (answer) => answer?.status === status,
    )
  )?.status;

async function messagesOnKafka(): Promise<number> {
  const kafka = new Kafka({ ...mesh.kafka, logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(TOPIC);
    return offsets.reduce((sum, { high }) => sum + Number(high), 0);
  } finally {
    await admin.disconnect();
  }
}

async function crash(name: string): Promise<void> {
  const pid = mesh.part(name).pid;
  await mesh.part(name).kill();
  expect(mesh.part(name)).toMatchObject({ state: "dead", pid: undefined });
  await mesh.part(name).start();
  expect(mesh.part(name).pid).not.toBe(pid);
}

async function wipe(name: "postgres" | "kafka" | "scheduler"): Promise<void> {
  await expect(mesh.wipe(name)).rejects.toThrow("must be stopped");
  await mesh.part(name).stop();
  await mesh.wipe(name);
  await mesh.part(name).start();
}

test("PostgreSQL killed and started again has what it had; wiped, it is as new", async () => {
  const write = async () => ask("POST", "/v1.0/state/statestore", [{ key: "a", value: "kept" }]);
  expect(await write()).toMatchObject({ status: 204 });
  await crash("postgres");
  expect(await answersWith(200, "GET", "/v1.0/state/statestore/a")).toBe(200);
  await wipe("postgres");
  // The tables are the sidecar's: it makes them when it starts.
  await mesh.part("probe-1-sidecar").stop();
  await mesh.part("probe-1-sidecar").start();
  expect(await ask("GET", "/v1.0/state/statestore/a")).toEqual({ status: 204, text: "" });
}, 120_000);

test("Kafka killed and started again has what it had; wiped, it has its topics and nothing in them", async () => {
  const publish = `/v1.0/publish/pubsub/${TOPIC}`;
  expect(await answersWith(204, "POST", publish, { hello: "world" })).toBe(204);
  expect(await messagesOnKafka()).toBe(1);
  await crash("kafka");
  expect(await messagesOnKafka()).toBe(1);
  await wipe("kafka");
  expect(await messagesOnKafka()).toBe(0);
  expect(await answersWith(204, "POST", publish, { hello: "again" })).toBe(204);
}, 120_000);

test("Kafka that may not know the password, as of a version before, is told it and keeps what it had", async () => {
  const before = await messagesOnKafka();
  await mesh.part("kafka").stop();
  rmSync(join(mesh.folder, "kafka", "knows-user"));
  await mesh.part("kafka").start();
  expect(await messagesOnKafka()).toBe(before);
  const settings = () => readFileSync(join(mesh.folder, "kafka", "server.properties"), "utf8");
  expect(settings()).toMatch(/mechanisms=SCRAM-SHA-512,PLAIN/);
  await crash("kafka");
  expect(settings()).toMatch(/mechanisms=SCRAM-SHA-512\n/);
}, 120_000);

test("the scheduler killed and started again has its jobs; wiped, it has none", async () => {
  const job = "/v1.0/jobs/far";
  expect(await answersWith(204, "POST", job, { dueTime: "24h", data: {}, overwrite: true })).toBe(
    204,
  );
  await crash("scheduler");
  expect(await answersWith(200, "GET", job)).toBe(200);
  await wipe("scheduler");
  const gone = await eventually(
    async () => ask("GET", job),
    (answer) => answer?.text.includes("job not found") ?? false,
  );
  expect(gone?.text).toContain("job not found");
}, 180_000);

test("a mesh whose test process is killed does not outlive it, nor do its data", async () => {
  const program = `
    import { startMesh } from "@todo-mesh/mesh";
    const { folder, parts } = await startMesh({ services: [] });
    console.log(JSON.stringify({ folder, parts: parts.all.map((part) => part.record) }));
    setInterval(() => {}, 1000);`;
  const runner = execa(
    process.execPath,
    ["--conditions=@todo-mesh/source", "--input-type=module", "-e", program],
    { cwd: fileURLToPath(new URL("..", import.meta.url)), reject: false },
  );
  const line = await runner.iterable().next();
  const { folder, parts }: { folder: string; parts: State["parts"] } = JSON.parse(line.value);
  const trace = traceOf({ phase: "up", keeper: { pid: runner.pid ?? 0 }, parts });
  expect(trace.pids.length).toBeGreaterThan(3);
  runner.kill("SIGKILL");
  await runner;
  expect(
    await eventually(
      async () => leftOf(trace),
      ({ pids }) => pids.length === 0,
    ),
  ).toEqual(NOTHING);
  expect(
    await eventually(
      () => existsSync(folder),
      (stands) => !stands,
    ),
  ).toBe(false);
}, 120_000);
