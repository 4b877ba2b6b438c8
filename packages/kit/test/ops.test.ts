import { afterEach, expect, jest, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import express, { Router } from "express";
import request from "supertest";
import {
  bearerAuth,
  createMetrics,
  mounted,
  type Dependency,
  opsApp,
  problemHandler,
  requestScope,
} from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const metrics = createMetrics({ service: "test" });
const opsLog = quietLogger();
const opsWith = (ready: () => Promise<readonly Dependency[]>) =>
  opsApp({ ready, metrics, log: opsLog });

afterEach(() => {
  jest.restoreAllMocks();
});

test("a process that runs is alive, whatever else is away", async () => {
  const ops = opsWith(() => Promise.reject(new Error("all is lost")));
  expect((await request(ops).get("/livez")).status).toBe(200);
});

test("a service is ready when everything it needs is there", async () => {
  const res = await request(opsWith(async () => [{ name: "sidecar", ok: true }])).get("/readyz");
  expect(res.status).toBe(200);
  expect(res.body).toEqual({ ready: true, dependencies: [{ name: "sidecar", ok: true }] });
});

test("what is away is named", async () => {
  const dependencies = [
    { name: "sidecar", ok: true },
    { name: "statestore", ok: false, detail: "did not answer" },
  ];
  const res = await request(opsWith(async () => dependencies)).get("/readyz");
  expect(res.status).toBe(503);
  expect(res.body).toEqual({ ready: false, dependencies });
});

test("a readiness that cannot be found out is none, and says nothing of why", async () => {
  const res = await request(opsWith(() => Promise.reject(new Error("s3cret")))).get("/readyz");
  expect(res.status).toBe(503);
  expect(res.text).not.toContain("s3cret");
});

test("many probes are one question, and a second later it is asked anew", async () => {
  let asked = 0;
  let nowMs = 1_000;
  jest.spyOn(performance, "now").mockImplementation(() => nowMs);
  const ops = opsWith(async () => {
    asked += 1;
    return [];
  });
  await Promise.all([1, 2, 3].map(async () => request(ops).get("/readyz")));
  await request(ops).get("/readyz");
  expect(asked).toBe(1);
  nowMs += 1_001;
  await request(ops).get("/readyz");
  expect(asked).toBe(2);
});

const as = (call: request.Test) => call.set("authorization", "Bearer ada");

test("requests are counted by the template of their route, never by person or id", async () => {
  const log = quietLogger();
  const tasks = Router({ mergeParams: true })
    .get("/tasks/:id", (_req, res) => void res.json({}))
    .delete("/tasks/:id", () => {
      throw new AppError("conflict", "no");
    });
  const app = express()
    .use(requestScope({ log, metrics }))
    .use(
      mounted(
        "/api/:user_id",
        bearerAuth(async (token) => token),
        tasks,
      ),
    )
    .use(problemHandler(log));
  await as(request(app).get("/api/ada/tasks/019ac1de-6a0e-7a8e-8f51-000000000001?query=private"));
  await as(request(app).delete("/api/ada/tasks/milk"));
  await as(request(app).get("/api/ada/nowhere/19"));

  expect(log.lines).toMatchObject([
    { level: "debug", fields: { method: "GET", route: "/api/:user_id/tasks/:id", status: 200 } },
    { level: "info", fields: { method: "DELETE", route: "/api/:user_id/tasks/:id", status: 409 } },
    { level: "info", fields: { method: "GET", route: "none", status: 404 } },
  ]);
  expect(JSON.stringify(log.lines)).not.toMatch(/\bada\b|milk|private|019ac1de/);
  expect(log.lines.every(({ fields }) => typeof fields["trace_id"] === "string")).toBe(true);

  const { text } = await request(opsWith(async () => [])).get("/metrics");
  expect(text).toContain(
    'http_request_duration_seconds_count{service="test",method="DELETE",route="/api/:user_id/tasks/:id",status="409"} 1',
  );
  expect(text).toContain("process_cpu_seconds_total");
});

test("a service counts what else matters to it", async () => {
  const mine = createMetrics({ service: "reminder-service" });
  mine
    .counter({ name: "reminders_announced_total", help: "…", labels: ["late"] })
    .inc({ late: "no" });
  mine.gauge({ name: "outbox_pending", help: "…" }, () => 7);
  mine.histogram({ name: "lateness_seconds", help: "…" }).observe(0.3);
  const { text } = await request(opsApp({ ready: async () => [], metrics: mine, log: opsLog })).get(
    "/metrics",
  );
  expect(text).toContain('reminders_announced_total{late="no",service="reminder-service"} 1');
  expect(text).toContain('outbox_pending{service="reminder-service"} 7');
  expect(text).toContain('lateness_seconds_bucket{le="0.5",service="reminder-service"} 1');
});

test("what goes wrong on the ops port leaves as a problem, without a stack", async () => {
  jest.spyOn(metrics.registry, "metrics").mockRejectedValueOnce(new Error("s3cret"));
  const ops = opsWith(async () => []);
  const answers = [
    [await request(ops).get("/metrics"), 500],
    [await request(ops).get("/nowhere"), 404],
    [await request(ops).get("/%FF"), 400],
    [await request(ops).post("/livez"), 405],
  ] as const;
  for (const [res, status] of answers) {
    expect([res.status, res.type]).toEqual([status, "application/problem+json"]);
    expect(res.text).not.toMatch(/s3cret|\bat .*:\d+/);
  }
});
