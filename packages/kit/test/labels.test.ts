import { Agent, request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import express, { Router } from "express";
import {
  type CloseDoor,
  createMetrics,
  jsonBody,
  listen,
  mounted,
  noSuchRoute,
  otherMethods,
  problemHandler,
  requestScope,
} from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const log = quietLogger();
const metrics = createMetrics({ service: "test" });
const own = Router({ mergeParams: true });
own
  .route("/tasks/:id")
  .get((_req, res) => void res.json({}))
  .all(otherMethods());
const app = express()
  .use(requestScope({ log, metrics }), mounted("/api/:user_id", jsonBody(), own))
  .use(noSuchRoute(), problemHandler(log));

let door: CloseDoor;
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  door = await listen(app, { host: "127.0.0.1", port: 0, name: "door", graceMs: 0 });
});
afterAll(async () => {
  agent.destroy();
  await door();
});

/** Sends the address as it stands, as no library would let us. */
const ask = (path: string, method = "GET") =>
  new Promise<number>((resolve, reject) => {
    const options = { host: "127.0.0.1", port: door.port, path, method, agent };
    httpRequest(options, (res) => {
      res.resume().once("end", () => resolve(res.statusCode ?? 0));
    })
      .once("error", reject)
      .end();
  });

const encoded = (text: string) => Buffer.from(text).toString("hex").replace(/../g, "%$&");
const SECRET = "s3cretname";
const NAMES = [SECRET, encoded(SECRET), SECRET.toUpperCase(), `${SECRET}%20x`, `..%2f${SECRET}`];
const SHAPES: ((name: string) => string)[] = [
  (name) => `/api/${name}/tasks/1`,
  (name) => `/API/${name}/tasks/${name}`,
  (name) => `/%61pi/${name}/tasks/1`,
  (name) => `/api/${name}/%74asks/${name}`,
  (name) => `//api/${name}/tasks/1`,
  (name) => `/api//${name}//tasks//1`,
  (name) => `/api/${name}/tasks/1/`,
  (name) => `/./api/${name}/../${name}/tasks/1`,
  (name) => `/${name}/api/${name}/tasks/1`,
  (name) => `/api/${name}`,
  (name) => `/api/%2e%2e/${name}/tasks/1`,
  (name) => `/api/${name}/tasks/1?${name}=${name}`,
  (name) => `/api/${name};a=b/tasks/${name};c`,
  (name) => `/api/${name}%00/tasks/%0d%0a${name}`,
  (name) => `/api/${name}%FF/tasks/1`,
  (name) => `/api/${name}/tasks/1?q=%FF`,
  (name) => `/api/${name}/tasks/%`,
  (name) => `http://${name}/api/${name}/tasks/1`,
  (name) => `https://${name.repeat(100)}/api/U/tasks/1`,
  (name) => `${name}/api/U/tasks/1`,
];
const SPELLINGS = NAMES.flatMap((name) => SHAPES.map((shape) => shape(name)));

const seriesOf = async () => {
  const { values } = await metrics.httpRequests.get();
  const labels = values.map(({ labels: { method, route } }) => `${method} ${route}`);
  return [...new Set(labels)].toSorted();
};

test("one path spelled a hundred ways has one label, and no log line knows what was asked", async () => {
  for (const path of SPELLINGS) expect(await ask(path)).toBeLessThan(500);
  expect(SPELLINGS).toHaveLength(100);
  expect(await seriesOf()).toEqual(["GET /api/:user_id/tasks/:id", "GET none"]);
  // Node itself refuses what begins neither with a slash nor as a URL does.
  const reached = SPELLINGS.filter((path) => /^(?:\/|https?:)/.test(path));
  expect(log.lines).toHaveLength(reached.length);
  expect(JSON.stringify(log.lines)).not.toMatch(/s3cret|%73|%53/i);
});

test.each([
  "http://127.0.0.1/api/ada/tasks/1",
  "*",
  "ada",
  "/api/ada/tasks/%FF",
  "/api/ada/tasks/1?q=%C0%AF",
])("the address %s is refused", async (path) => {
  expect(await ask(path)).toBe(400);
});

test("odd methods share one label", async () => {
  for (const method of ["PROPFIND", "MKCOL", "UNLOCK", "M-SEARCH", "PURGE", "REPORT", "QUERY"])
    await ask("/api/ada/tasks/1", method);
  const methods = (await seriesOf()).map((series) => series.split(" ")[0]);
  expect([...new Set(methods)]).toEqual(["GET", "other"]);
});
