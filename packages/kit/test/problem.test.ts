import { expect, test } from "@jest/globals";
import { AppError, type ErrorKind } from "@todo-mesh/ports";
import express, { type RequestHandler } from "express";
import request from "supertest";
import { noSuchRoute, otherMethods, problemHandler } from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

function appOf(handler: RequestHandler, log = quietLogger()) {
  const app = express();
  app.route("/tasks/:id").get(handler).delete(handler).all(otherMethods());
  return app.use(noSuchRoute()).use(problemHandler(log));
}
const throwing = (error: unknown) =>
  appOf(async () => {
    throw error;
  });

test.each<[ErrorKind, number, Record<string, string>]>([
  ["invalid", 400, {}],
  ["unauthenticated", 401, { "www-authenticate": "Bearer" }],
  ["forbidden", 403, {}],
  ["not-found", 404, {}],
  ["conflict", 409, {}],
  ["stale", 412, {}],
  ["key-reused", 422, {}],
  ["too-large", 413, {}],
  ["too-many", 429, { "retry-after": "1" }],
  ["unavailable", 503, { "retry-after": "1" }],
  ["bug", 500, {}],
])("%s leaves as problem+json with status %i", async (kind, status, headers) => {
  const res = await request(throwing(new AppError(kind, "words"))).get("/tasks/1");
  expect(res.status).toBe(status);
  expect(res.headers["content-type"]).toContain("application/problem+json");
  expect(res.body).toMatchObject({ type: `urn:todo-mesh:problem:${kind}`, status });
  expect(res.headers).toMatchObject(headers);
});

test("the fields at fault are listed, and the query, which may hold anything, is not sent back", async () => {
  const fields = [{ field: "due.at", message: "is required" }];
  const error = new AppError("invalid", "due.at: is required", { fields });
  const res = await request(throwing(error)).get("/tasks/1?query=private");
  expect(res.body).toEqual({
    type: "urn:todo-mesh:problem:invalid",
    title: "Invalid request",
    status: 400,
    detail: "due.at: is required",
    instance: "/tasks/1",
    errors: fields,
  });
});

test("whatever is missing, and whosever it is, is answered with the same bytes", async () => {
  const one = await request(throwing(new AppError("not-found", "no task 1"))).get("/tasks/1");
  const two = await request(throwing(new AppError("not-found", "not yours"))).get("/tasks/2");
  expect(one.text).toBe(two.text);
});

test.each([new Error("password=hunter2"), "hunter2", undefined, new AppError("bug", "hunter2")])(
  "a bug keeps its words to itself, and they are logged",
  async (error) => {
    const log = quietLogger();
    const app = appOf(async () => {
      throw error;
    }, log);
    const res = await request(app).get("/tasks/1");
    expect(res.status).toBe(500);
    expect(res.text).not.toContain("hunter2");
    expect(log.lines).toMatchObject([{ level: "error", message: "request failed" }]);
  },
);

test("an answer that is half out is broken off, for it must not look whole", async () => {
  const app = appOf(async (_req, res) => {
    res.write("half");
    throw new Error("no more");
  });
  await expect(request(app).get("/tasks/1")).rejects.toThrow(/aborted|hang up|ECONNRESET/);
});

test("an address that is not well-formed is the sender's fault", async () => {
  const res = await request(throwing(new Error())).get("/tasks/%E0%A4%A");
  expect(res.status).toBe(400);
  expect(res.body.detail).toContain("address");
});

test("what no route answers is 404, and another method 405 with those there are", async () => {
  const app = throwing(new Error());
  expect((await request(app).get("/nowhere")).status).toBe(404);
  const res = await request(app).put("/tasks/1");
  expect(res.status).toBe(405);
  expect(res.headers["allow"]).toBe("GET, DELETE");
  expect(res.body).toMatchObject({ status: 405, title: "Method Not Allowed" });
});

test("a file that is not there is 404, not a fault of ours", async () => {
  const app = appOf((_req, res) => res.sendFile("/nowhere/at/all"));
  expect((await request(app).get("/tasks/1")).status).toBe(404);
});

test("the status of a failed call to somebody else is not the sender's fault", async () => {
  const error = Object.assign(new Error("model says 401"), { status: 401, type: "constructor" });
  expect((await request(throwing(error)).get("/tasks/1")).status).toBe(500);
});
