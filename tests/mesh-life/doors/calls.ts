import { readdirSync, readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import { Kafka, type KafkaConfig, logLevel } from "kafkajs";
import { Client } from "pg";
import { field, grpc, type Tls } from "./grpc.ts";

/** Calls a method straight at the sidecar of the callee, past the caller's own. */
export const callLocal = async (
  port: number,
  { verb, path, tls }: { verb: "GET" | "POST"; path: string; tls?: Tls },
) => {
  const values = field(1, "chat-api");
  const caller = Buffer.concat([field(1, "dapr-caller-app-id"), field(2, values)]);
  const how = field(4, field(1, verb === "GET" ? 1 : 3));
  const message = Buffer.concat([field(1, path), field(3, "application/json"), how]);
  const body = Buffer.concat([field(1, 1), field(2, caller), field(3, message)]);
  const method = "dapr.proto.internals.v1.ServiceInvocation/CallLocal";
  return (await grpc({ port, method, body, tls })).toString("latin1");
};

const jobsOf = (appId: string) =>
  Buffer.concat([field(1, appId), field(2, "default"), field(3, field(1, ""))]);

/** The jobs of an app, as Dapr's scheduler lists them. */
export const listJobs = async (port: number, appId: string, tls?: Tls) =>
  (
    await grpc({
      port,
      method: "dapr.proto.scheduler.v1.Scheduler/ListJobs",
      body: field(1, jobsOf(appId)),
      tls,
    })
  ).toString("latin1");

export const deleteJob = async (port: number, appId: string, tls?: Tls) =>
  grpc({
    port,
    method: "dapr.proto.scheduler.v1.Scheduler/DeleteJob",
    body: Buffer.concat([field(1, "any"), field(2, jobsOf(appId))]),
    tls,
  });

/** What etcd keeps: everything. */
export const readEtcd = async (port: number, tls?: Tls) =>
  grpc({
    port,
    method: "etcdserverpb.KV/Range",
    body: Buffer.concat([field(1, "\0"), field(2, "\0")]),
    tls,
  });

function client(config: KafkaConfig): Kafka {
  const once = { retry: { retries: 0 }, logLevel: logLevel.NOTHING };
  return new Kafka({ ...config, ...once, connectionTimeout: 3_000, requestTimeout: 3_000 });
}

export async function topicsOf(config: KafkaConfig): Promise<string[]> {
  const admin = client(config).admin();
  try {
    await admin.connect();
    return await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
}

export async function putOnKafka(config: KafkaConfig): Promise<void> {
  const producer = client(config).producer();
  try {
    await producer.connect();
    await producer.send({ topic: "todo.tasks.events", messages: [{ value: "forged" }] });
  } finally {
    await producer.disconnect();
  }
}

export async function rowsOf(connectionString: string): Promise<number | null> {
  const postgres = new Client({ connectionString, connectionTimeoutMillis: 3_000 });
  postgres.on("error", () => undefined);
  try {
    await postgres.connect();
    return (await postgres.query("SELECT key FROM state")).rowCount;
  } finally {
    await postgres.end().catch(() => undefined);
  }
}

/** Rejects unless the answer is a good one. */
export async function fetched(url: string, init: RequestInit = {}): Promise<string> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.text();
}

/** Looks into a file, a folder or a socket. */
export async function opened(path: string): Promise<void> {
  const found = statSync(path);
  if (found.isDirectory()) return void readdirSync(path);
  if (found.isFile()) return void readFileSync(path);
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ path }).once("error", reject);
    socket.once("connect", () => resolve(void socket.destroy()));
  });
}
