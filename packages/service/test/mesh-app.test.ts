import { expect, test } from "@jest/globals";
import { CALLS } from "@todo-mesh/contracts/calls";
import { quietLogger } from "@todo-mesh/kit/testing";
import { Router } from "express";
import request from "supertest";
import { meshApp } from "../src/index.ts";

const TOKEN = "the token of this test";
const own = Router().post("/job/x", (_req, res) => void res.json({ rang: true }));
const calls = CALLS.filter(({ app }) => app === "reminder-service").map((call) => ({
  call,
  route: Router(),
}));
const door = meshApp("reminder-service", { log: quietLogger(), appToken: TOKEN }, calls, own);
const post = (path: string, headers: Record<string, string> = { "dapr-api-token": TOKEN }) =>
  request(door).post(path).set(headers);

test("anyone may ask whether the process is alive, and nobody without the token anything else", async () => {
  expect((await request(door).get("/healthz")).body).toEqual({ alive: true });
  for (const headers of [{}, { "dapr-api-token": "wrong" }])
    for (const path of ["/job/x", "/elsewhere"])
      expect((await post(path, headers)).status).toBe(401);
});

const health = () => ({ announcements: { paused: true } });

test("a service may tell more of its health", async () => {
  const telling = meshApp(
    "reminder-service",
    { log: quietLogger(), appToken: TOKEN, health },
    calls,
  );
  const answer = await request(telling).get("/healthz");
  expect(answer.body).toEqual({ alive: true, announcements: { paused: true } });
});

test("what the sidecar brings of itself is let in, and the same in the name of another service is not", async () => {
  expect((await post("/job/x")).body).toEqual({ rang: true });
  const caller = { "dapr-api-token": TOKEN, "dapr-caller-app-id": "chat-api" };
  expect((await post("/job/x", caller)).status).toBe(403);
});

test("what is not there is a problem that says so", async () => {
  const answer = await post("/elsewhere");
  expect(answer.status).toBe(404);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
});
