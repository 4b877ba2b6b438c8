import { randomUUID } from "node:crypto";
import { createSidecar, daprPublisher, daprStateStore, type Sidecar } from "@todo-mesh/dapr/parts";
import type { Mesh } from "@todo-mesh/mesh";
import { Kafka, logLevel } from "kafkajs";
import { Client } from "pg";
import { type Callee, openCallee } from "../callee.ts";
import type { Figure, Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";
import { type Call, compared } from "../rounds.ts";
import { readable } from "../statistics.ts";

const ROUNDS = 7;
const EACH = 200;
const TIMEOUT_MS = 10_000;
const TOPIC = "todo.notifications.events";
const TEXT = "x".repeat(800);

/** What a call costs more because it goes through a sidecar: one at a time, each beside the same call without it. */
export const sidecar: Scenario = {
  name: "sidecar",
  measure: async () => {
    const callee = await openCallee();
    const extraApps = [
      { appId: "bench", publishes: [TOPIC] },
      { appId: "callee", port: callee.port, callers: ["bench"] },
      { appId: "plain-bench", mtls: false, publishes: [TOPIC] },
      { appId: "plain-callee", port: callee.port, mtls: false },
    ];
    try {
      return await onMesh({ services: [], extraApps }, async (mesh) => {
        const through = createSidecar({ ...mesh.sidecar("bench"), timeoutMs: TIMEOUT_MS });
        const plain = createSidecar({ ...mesh.sidecar("plain-bench"), timeoutMs: TIMEOUT_MS });
        try {
          return [
            await invocation(through, callee),
            await stateGet(through, mesh),
            await publish(through, mesh),
            ...(await costOfMtls(through, plain)),
          ];
        } finally {
          through.close();
          plain.close();
        }
      });
    } finally {
      callee.close();
    }
  },
};

/** The same client, once to the sidecar and once to the app itself. */
async function invocation(through: Sidecar, callee: Callee): Promise<Figure> {
  const direct = createSidecar({ httpPort: callee.port, grpcPort: 0, timeoutMs: TIMEOUT_MS });
  try {
    const one = ask(through, "/v1.0/invoke/callee/method/echo");
    return await figureOf("invocation", { one, other: ask(direct, "/echo") });
  } finally {
    direct.close();
  }
}

const ask =
  (by: Sidecar, path: string): Call =>
  async () => {
    const { status } = await by.send({
      method: "POST",
      path,
      body: JSON.stringify({ text: TEXT }),
    });
    if (status !== 200) throw new Error(`${path} is answered with ${status}`);
  };

const invoked = (by: Sidecar, callee: string) => ask(by, `/v1.0/invoke/${callee}/method/echo`);
const read = (by: Sidecar): Call => {
  const store = daprStateStore(by, { store: "statestore" });
  return async () => store.get("bench");
};

const published = (by: Sidecar): Call => {
  const publisher = daprPublisher(by, { pubsub: "pubsub" });
  return async () => publisher.publish([{ topic: TOPIC, key: "bench", event: newEvent() }]);
};

/** The same calls through sidecars that show each other certificates, and through some that do not. */
async function costOfMtls(through: Sidecar, plain: Sidecar): Promise<Figure[]> {
  await daprStateStore(plain, { store: "statestore" }).transact([
    { put: "bench", value: { text: TEXT } },
  ]);
  const pairs = {
    invocation: { one: invoked(through, "callee"), other: invoked(plain, "plain-callee") },
    "state get": { one: read(through), other: read(plain) },
    publish: { one: published(through), other: published(plain) },
  };
  const figures: Figure[] = [];
  for (const [what, calls] of Object.entries(pairs))
    figures.push(await figureOf(what, calls, "mTLS"));
  return figures;
}

async function stateGet(through: Sidecar, mesh: Mesh): Promise<Figure> {
  const store = daprStateStore(through, { store: "statestore" });
  const client = new Client({ connectionString: mesh.postgresUrl });
  await client.connect();
  try {
    await store.transact([{ put: "bench", value: { text: TEXT } }]);
    return await figureOf("state get", {
      one: async () => store.get("bench"),
      other: async () => {
        const { rows } = await client.query<{ value: Buffer; etag: string }>({
          name: "get",
          text: "SELECT key, value, etag FROM state WHERE key = $1 AND (expires_at IS NULL OR expires_at >= now())",
          values: ["bench||bench"],
        });
        return JSON.parse(rows[0]?.value.toString() ?? "");
      },
    });
  } finally {
    await client.end();
  }
}

async function publish(through: Sidecar, mesh: Mesh): Promise<Figure> {
  const publisher = daprPublisher(through, { pubsub: "pubsub" });
  const kafka = new Kafka({ ...mesh.kafka, logLevel: logLevel.NOTHING });
  const producer = kafka.producer();
  await producer.connect();
  try {
    return await figureOf("publish", {
      one: async () => publisher.publish([{ topic: TOPIC, key: "bench", event: newEvent() }]),
      other: async () =>
        producer.send({
          topic: TOPIC,
          acks: -1,
          messages: [{ key: "bench", value: JSON.stringify(newEvent()) }],
        }),
    });
  } finally {
    await producer.disconnect();
  }
}

const newEvent = () => ({
  specversion: "1.0" as const,
  id: randomUUID(),
  source: "bench",
  type: "todo.bench.measured.v1",
  subject: "bench",
  time: new Date().toISOString(),
  datacontenttype: "application/json" as const,
  data: { user_id: "bench", text: TEXT },
});

async function figureOf(
  what: string,
  calls: { one: Call; other: Call },
  of: "sidecar" | "mTLS" = "sidecar",
): Promise<Figure> {
  const { one, other, moreAtP95, ratioAtP50, ratioAtP95 } = await compared(calls, {
    rounds: ROUNDS,
    each: EACH,
  });
  const both = ({ p50, p95 }: typeof one) => `p50 ${readable(p50)}, p95 ${readable(p95)} ms`;
  return {
    figure: `${of}, ${what}: p95 more than without`,
    measured: moreAtP95,
    unit: "ms",
    ...(of === "sidecar" && { bar: "≤ 2 ms" }),
    note: `with ${both(one)}; without ${both(other)}; ${readable(ratioAtP50)}× at p50, ${readable(ratioAtP95)}× at p95`,
    details: {
      with_p50: one.p50,
      with_p95: one.p95,
      without_p50: other.p50,
      without_p95: other.p95,
      ratio_p50: ratioAtP50,
      ratio_p95: ratioAtP95,
    },
  };
}
