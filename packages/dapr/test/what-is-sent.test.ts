import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import {
  daprInvoker,
  daprJobs,
  daprPublisher,
  daprSecrets,
  daprStateStore,
  type Sidecar,
} from "@todo-mesh/dapr/parts";
import { withTrace } from "@todo-mesh/kit";
import { fakeSidecar } from "./fake-sidecar.ts";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;

interface Call {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

let calls: Call[];
let answers: Record<string, { status: number; body: unknown }>;
let sidecar: Sidecar;
let stop: () => Promise<void>;

beforeEach(async () => {
  calls = [];
  answers = {};
  ({ sidecar, stop } = await fakeSidecar(async (req, res) => {
    const body = await text(req);
    const url = req.url ?? "";
    calls.push({ url, headers: req.headers, body: body === "" ? undefined : JSON.parse(body) });
    const { status, body: answer } = answers[url.split("?", 1)[0] ?? ""] ?? {
      status: 204,
      body: "",
    };
    res.writeHead(status).end(answer === "" ? "" : JSON.stringify(answer));
  }));
});
afterEach(async () => stop());

const event = { specversion: "1.0" as const, id: "1", source: "test", type: "t", data: {} };

describe("what goes to the sidecar", () => {
  test("every call carries the API token and the trace it belongs to", async () => {
    answers["/v1.0/state/s/bulk"] = { status: 200, body: [{ key: "k" }] };
    answers["/v1.0/secrets/s/name"] = { status: 200, body: { name: "value" } };
    const store = daprStateStore(sidecar, { store: "s" });
    await withTrace(TRACEPARENT, async () => {
      await store.get("k");
      await store.transact([{ put: "k", value: 1 }]);
      await daprPublisher(sidecar, { pubsub: "p" }).publish([{ topic: "t", key: "k", event }]);
      await daprJobs(sidecar).schedule({ name: "j", at: new Date(), data: null });
      await daprSecrets(sidecar, { store: "s" }).get("name");
      await daprInvoker(sidecar, { protocol: "http" }).invoke({
        app: "a",
        method: "GET",
        path: "p",
      });
    });
    expect(calls).toHaveLength(6);
    for (const { headers } of calls) {
      expect(headers["dapr-api-token"]).toBe("token");
      expect(headers["traceparent"]).toContain(TRACE);
    }
  });
});

describe("events on their way out", () => {
  test("an event of no trace is given the one it is published in, and keeps its own if it has one", async () => {
    const publisher = daprPublisher(sidecar, { pubsub: "p" });
    await withTrace(TRACEPARENT, () =>
      publisher.publish([
        { topic: "t", key: "k", event },
        { topic: "t", key: "k", event: { ...event, id: "2", traceparent: "its own" } },
      ]),
    );
    expect(calls).toMatchObject([
      {
        url: "/v1.0/publish/bulk/p/t?metadata.rawPayload=true",
        body: [
          { event: { id: "1", traceparent: expect.stringContaining(TRACE) } },
          { event: { id: "2", traceparent: "its own" }, metadata: { partitionKey: "k" } },
        ],
      },
    ]);
  });

  test("250 events of one topic go out in three calls, in order; the first call that fails is the last", async () => {
    const events = Array.from({ length: 250 }, (_, n) => ({
      topic: "t",
      key: "k",
      event: { ...event, id: String(n) },
    }));
    const publisher = daprPublisher(sidecar, { pubsub: "p" });
    await publisher.publish(events);
    expect(calls.map(({ body }) => Array.isArray(body) && body.length)).toEqual([100, 100, 50]);
    expect(calls.flatMap(({ body }) => body)).toMatchObject(
      events.map(({ event: { id } }) => ({ event: { id } })),
    );
    answers["/v1.0/publish/bulk/p/t"] = {
      status: 500,
      body: { failedEntries: [], errorCode: "E" },
    };
    await expect(publisher.publish(events)).rejects.toMatchObject({ kind: "unavailable" });
    expect(calls).toHaveLength(4);
  });
});

describe("state and jobs on their way out", () => {
  test("the writes of a transaction go out in the order of their keys, so that no two wait for each other", async () => {
    const store = daprStateStore(sidecar, { store: "s" });
    await store.transact([{ put: "c", value: 1 }, { delete: "a" }, { put: "b", value: 2 }]);
    expect(calls).toMatchObject([
      { body: { operations: ["a", "b", "c"].map((key) => ({ request: { key } })) } },
    ]);
  });

  test("a job is asked for until it is answered, and one that is there already is fine", async () => {
    answers["/v1.0/jobs/j"] = {
      status: 409,
      body: { errorCode: "E", message: "job already exists" },
    };
    await daprJobs(sidecar).schedule({ name: "j", at: new Date(0), data: { a: 1 } });
    expect(calls).toMatchObject([
      {
        body: {
          dueTime: "1970-01-01T00:00:00.000Z",
          data: { a: 1 },
          failurePolicy: { constant: { interval: "1s" } },
        },
      },
    ]);
  });
});

const secrets = () => daprSecrets(sidecar, { store: "s" });

describe("a secret of several entries", () => {
  test.each([
    ["the entry of its own name", { name: "right", other: "wrong" }],
    ["its only entry, whatever it is called", { "tls.key": "right" }],
  ])("is read by %s", async (_which, body) => {
    answers["/v1.0/secrets/s/name"] = { status: 200, body };
    expect(await secrets().get("name")).toBe("right");
  });

  test.each([
    ["several, none of that name", 200, { a: "1", b: "2" }],
    ["none", 200, {}],
    ["what this service may not read", 403, { errorCode: "ERR_PERMISSION_DENIED", message: "no" }],
  ])("is not found when there is %s", async (_which, status, body) => {
    answers["/v1.0/secrets/s/name"] = { status, body };
    await expect(secrets().get("name")).rejects.toMatchObject({ kind: "not-found" });
  });
});
