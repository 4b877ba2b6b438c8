import { expect, test } from "@jest/globals";
import express from "express";
import request from "supertest";
import { assertDevModeIsPrivate, problemHandler, requireAppToken } from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const app = express()
  .use(requireAppToken("the-app-token-of-this-test"))
  .post("/job/:name", (_req, res) => res.json({}))
  .use(problemHandler(quietLogger()));

test("the sidecar, which knows the app token, comes in", async () => {
  const res = await request(app).post("/job/a").set("dapr-api-token", "the-app-token-of-this-test");
  expect(res.status).toBe(200);
});

test.each([undefined, "", "wrong", "the-app-token-of-this-test2", "The-app-token-of-this-test"])(
  "whoever sends %j stays out",
  async (token) => {
    const call = request(app).post("/job/a");
    const res = await (token === undefined ? call : call.set("dapr-api-token", token));
    expect(res.status).toBe(401);
    expect(res.text).not.toContain("the-app-token-of-this-test");
  },
);

test("a mesh door without a token is never opened", () => {
  expect(() => requireAppToken("")).toThrow("APP_API_TOKEN");
});

test.each(["127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost", "::ffff:127.0.0.1"])(
  "dev sign-in may open on %s",
  (host) => {
    expect(() => assertDevModeIsPrivate(host)).not.toThrow();
  },
);

test.each([
  "0.0.0.0",
  "::",
  "",
  "10.0.0.1",
  "192.168.1.2",
  "example.com",
  "127.0.0.1.example.com",
  "localhost.example",
])("dev sign-in refuses to open on %j, and says the way out", (host) => {
  expect(() => assertDevModeIsPrivate(host)).toThrow(/PUBLIC_HOST[^]*AUTH_MODE=oidc/);
});
