import { expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { Router } from "express";
import request from "supertest";
import { createMetrics, opsApp } from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const TOKEN = "the operator's token, of 32 characters".replaceAll(/[^a-z0-9]/g, "-");
const routes = Router().get("/view", (_req, res) => void res.json({ seen: true }));
const opsWith = (token: () => Promise<string>) =>
  opsApp({
    ready: async () => [],
    metrics: createMetrics({ service: "test" }),
    log: quietLogger(),
    operator: { token, routes },
  });
const missing = () => Promise.reject(new AppError("not-found", "There is no secret ops-token"));
const ask = (token: () => Promise<string>, shown: string) =>
  request(opsWith(token)).get("/view").set("authorization", `Bearer ${shown}`);

test("the operator's view is for the bearer of the token alone", async () => {
  const right = await ask(async () => TOKEN, TOKEN);
  expect([right.status, right.body]).toEqual([200, { seen: true }]);
  expect(right.headers["cache-control"]).toBe("no-store");
  for (const shown of ["", "wrong", `${TOKEN}x`, TOKEN.slice(1)]) {
    const answer = await ask(async () => TOKEN, shown);
    expect([answer.status, answer.text.includes("seen")]).toEqual([401, false]);
    expect(answer.headers["www-authenticate"]).toContain("Bearer");
  }
  expect((await request(opsWith(async () => TOKEN)).get("/view")).status).toBe(401);
});

test("without a token that can be read, or with a short one, nobody gets in", async () => {
  expect((await ask(missing, TOKEN)).status).toBe(503);
  expect((await ask(async () => "short", "short")).status).toBe(503);
  expect((await ask(async () => "", "")).status).toBe(401);
});

test("strangers with tokens of their own do not make us ask the secret store each time", async () => {
  let asked = 0;
  const ops = opsWith(async () => {
    asked += 1;
    return TOKEN;
  });
  for (let n = 0; n < 5; n += 1)
    await request(ops).get("/view").set("authorization", `Bearer stranger-${n}`);
  expect(asked).toBe(1);
});

test("probes and Prometheus still need no token", async () => {
  const ops = opsWith(() => Promise.reject(new Error("away")));
  for (const path of ["/livez", "/readyz", "/metrics"])
    expect((await request(ops).get(path)).status).toBe(200);
});
