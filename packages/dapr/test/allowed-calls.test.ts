import { expect, test } from "@jest/globals";
import { CALLS } from "@todo-mesh/contracts";
import { allowedCalls } from "@todo-mesh/dapr";
import { problemHandler } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import express from "express";
import request from "supertest";

const SERVICES = ["chat-api", "reminder-service", "notification-service"];

const doorOf = (service: string) =>
  express()
    .use(allowedCalls(service))
    .use((_req, res) => void res.json({ let: "in" }))
    .use(problemHandler(quietLogger()));

async function called(service: string, method: "GET" | "POST", path: string, caller?: string) {
  const door = request(doorOf(service));
  const asked = method === "GET" ? door.get(path) : door.post(path);
  const { status } = await asked.set(caller === undefined ? {} : { "dapr-caller-app-id": caller });
  return status;
}

test("each call of the table is for the callers that it names, and for nobody else", async () => {
  for (const { callee, caller, method, path } of CALLS) {
    const filled = path.replaceAll(/:\w+/g, "ada");
    for (const other of [...SERVICES, "stranger", undefined])
      expect([path, other, await called(callee, method, filled, other)]).toEqual([
        path,
        other,
        other === caller ? 200 : 403,
      ]);
  }
});

test("a service calls nothing that no line names, be it an event, a job or a repair", async () => {
  for (const path of ["/rearm", "/job/x", "/events/todo.tasks.events", "/dapr/subscribe", "/"])
    for (const service of SERVICES)
      expect(await called(service, "POST", path, "chat-api")).toBe(403);
});

test("what the sidecar brings of itself names no caller, and is let in", async () => {
  expect(await called("chat-api", "POST", "/events/todo.tasks.events")).toBe(200);
  expect(await called("reminder-service", "POST", "/job/x")).toBe(200);
});
