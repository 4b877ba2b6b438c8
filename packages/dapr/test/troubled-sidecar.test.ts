import { describe, expect, test } from "@jest/globals";
import type { RequestListener, ServerResponse } from "node:http";
import {
  createSidecar,
  daprInvoker,
  daprJobs,
  daprPublisher,
  daprSecrets,
  daprStateStore,
  type Sidecar,
  sidecarReady,
  waitForSidecar,
} from "@todo-mesh/dapr/parts";
import { failureOf } from "@todo-mesh/ports/conformance";
import { closedPort, fakeSidecar } from "./fake-sidecar.ts";

const event = { specversion: "1.0" as const, id: "1", source: "test", type: "t", data: {} };
const at = new Date("2026-11-22T09:00:00Z");

type Calls = Readonly<Record<string, (sidecar: Sidecar) => Promise<unknown>>>;

const STATE_READS: Calls = {
  "state get": (sidecar) => daprStateStore(sidecar, { store: "s" }).get("key"),
  "state getMany": (sidecar) => daprStateStore(sidecar, { store: "s" }).getMany(["a", "b"]),
};
const READS: Calls = {
  ...STATE_READS,
  "secret get": (sidecar) => daprSecrets(sidecar, { store: "s" }).get("name"),
  "invoke over HTTP": (sidecar) =>
    daprInvoker(sidecar, { protocol: "http" }).invoke({ app: "a", method: "GET", path: "p" }),
};
const WRITES: Calls = {
  "state transact": (sidecar) =>
    daprStateStore(sidecar, { store: "s" }).transact([{ put: "key", value: 1 }]),
  publish: (sidecar) =>
    daprPublisher(sidecar, { pubsub: "p" }).publish([{ topic: "t", key: "k", event }]),
  "job schedule": (sidecar) => daprJobs(sidecar).schedule({ name: "job", at, data: null }),
};
const OTHERS: Calls = {
  "job has": (sidecar) => daprJobs(sidecar).has("job"),
};
const ALL = { ...READS, ...WRITES, ...OTHERS };

const say =
  (status: number, body: string, type = "application/json"): RequestListener =>
  (_req, res) =>
    res.writeHead(status, { "content-type": type }).end(body);

async function meets(answer: RequestListener, call: (sidecar: Sidecar) => Promise<unknown>) {
  const { sidecar, stop } = await fakeSidecar(answer, 200);
  try {
    return await failureOf(() => call(sidecar));
  } finally {
    await stop();
  }
}

const FAULTS: Readonly<Record<string, RequestListener>> = {
  "never answers": () => undefined,
  "answers its head and then nothing": (_req, res) => res.writeHead(200).flushHeaders(),
  "drips an answer without end": (_req, res) => drip(res),
  "breaks off in the middle": (_req, res) => {
    res.writeHead(200, { "content-length": "1000" });
    res.write('[{"key":');
    setImmediate(() => res.destroy());
  },
  "hangs up": (req) => req.socket.destroy(),
  "answers 500 with unknown words": say(500, "goroutine 1 [running]: panic"),
  "answers 500 in HTML": say(500, "<html>Internal Server Error</html>", "text/html"),
  "answers 503": say(503, '{"errorCode":"ERR_HEALTH_NOT_READY","message":"not ready"}'),
};

function drip(res: ServerResponse): void {
  res.writeHead(200);
  const timer = setInterval(() => res.write(" "), 20);
  res.on("close", () => clearInterval(timer));
}

const NONSENSE: Readonly<Record<string, RequestListener>> = {
  "answers 200 with HTML": say(200, "<html>Welcome to nginx</html>", "text/html"),
  "answers 200 with half a JSON": say(200, '[{"key":"a","data":{"x"'),
};

const WRONG_SHAPES: Readonly<Record<string, RequestListener>> = {
  "answers 200 with nothing": say(200, ""),
  "answers 200 with null": say(200, "null"),
  "answers 200 with another shape": say(200, '{"items":[{"key":1,"data":2}]}'),
  "leaves a key out": say(200, '[{"key":"another","data":1,"etag":"1"}]'),
  "says that a key could not be read": say(
    200,
    '[{"key":"key","error":"timeout"},{"key":"a","error":"x"}]',
  ),
};

const pairs = (faults: Readonly<Record<string, RequestListener>>, calls: Calls) =>
  Object.entries(faults).flatMap(([fault, answer]) =>
    Object.entries(calls).map(([name, call]) => ({ fault, name, answer, call })),
  );

describe("a sidecar in trouble", () => {
  test.each(pairs(FAULTS, ALL))("that $fault is unavailable to $name", async ({ answer, call }) => {
    expect(await meets(answer, call)).toBe("unavailable");
  });

  test.each(pairs(NONSENSE, READS))(
    "that $fault is unavailable to $name",
    async ({ answer, call }) => {
      expect(await meets(answer, call)).toBe("unavailable");
    },
  );

  test.each(pairs(WRONG_SHAPES, STATE_READS))(
    "that $fault never makes a value look as if it were not there, to $name",
    async ({ answer, call }) => {
      expect(await meets(answer, call)).toBe("unavailable");
    },
  );

  test.each(Object.entries(ALL))("that is away is unavailable to %s", async (_name, call) => {
    const port = await closedPort();
    const sidecar = createSidecar({ httpPort: port, grpcPort: port, timeoutMs: 1_000 });
    expect(await failureOf(() => call(sidecar))).toBe("unavailable");
    sidecar.close();
  });
});

describe("waiting for the sidecar", () => {
  test("it is ready once it says that its components are up", async () => {
    let asked = 0;
    const { sidecar, stop } = await fakeSidecar((req, res) => {
      asked += 1;
      const up = req.url === "/v1.0/healthz/outbound" && asked >= 3;
      res.writeHead(up ? 204 : 500).end();
    });
    expect(await sidecarReady(sidecar)).toBe(false);
    await waitForSidecar(sidecar, { timeoutMs: 5_000 });
    expect(await sidecarReady(sidecar)).toBe(true);
    await stop();
  });

  test("one that does not come up is unavailable, and the error says where it was looked for", async () => {
    const { sidecar, stop } = await fakeSidecar(say(500, ""));
    await expect(waitForSidecar(sidecar, { timeoutMs: 1 })).rejects.toThrow(
      /127\.0\.0\.1:\d+ was not ready within 1 ms/,
    );
    await stop();
  });
});
