import { beforeEach, expect, test } from "@jest/globals";
import { signDevToken } from "@todo-mesh/kit";

import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";

import { APP_TOKEN, aChatApi, type ChatApi, SECRET } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const ID = "01900000-0000-7000-8000-00000000dead";
const OWN_ROUTES = [
  ["post", "/chat"],
  ["get", "/tasks"],
  ["post", "/tasks"],
  ["get", `/tasks/${ID}`],
  ["patch", `/tasks/${ID}`],
  ["delete", `/tasks/${ID}`],
  ["post", `/tasks/${ID}/complete`],
  ["post", `/tasks/${ID}/reopen`],
  ["post", "/when"],
  ["post", "/when/occurrences"],
  ["get", "/inbox"],
  ["post", `/inbox/${ID}/read`],
  ["get", "/events"],
] as const;

test.each(OWN_ROUTES)("%s %s wants a token, and the owner's", async (method, path) => {
  const url = `/api/ada${path}`;
  const none = await request(api.app)[method](url).expect(401);
  expect(none.headers["www-authenticate"]).toContain("Bearer");
  const expired = await signDevToken(SECRET, { user: "ada", expiresIn: "-1m" });
  await request(api.app)[method](url).auth(expired, { type: "bearer" }).expect(401);
  const other = Buffer.alloc(32, "other").toString("base64url");
  const forged = await signDevToken(other, { user: "ada" });
  await request(api.app)[method](url).auth(forged, { type: "bearer" }).expect(401);

  const bob = await signDevToken(SECRET, { user: "bob" });
  const strange = await request(api.app)[method](url).auth(bob, { type: "bearer" }).expect(404);
  const missing = await request(api.app)
    .get(`/api/bob/tasks/${ID}`)
    .auth(bob, { type: "bearer" })
    .expect(404);
  expect(strange.text).toBe(missing.text);
});

test("another method than a route has is a 405 that says which it has", async () => {
  const res = await api.as("put", "/tasks").send({}).expect(405);
  expect(res.headers["allow"]).toBe("GET, POST");
  await api.as("get", "/chat").expect(405);
  await api.as("delete", "/inbox").expect(405);
  await api.as("post", "/events").expect(405);
});

test.each([
  "/nothing",
  "/",
  "/dapr/subscribe",
  "/events/todo.tasks.events",
  "/tasks/standing",
  "/job/x",
])("%s is not here, even with the token of the sidecar", async (path) => {
  for (const method of ["get", "post"] as const) {
    const res = await request(api.app)[method](path).set("dapr-api-token", APP_TOKEN).expect(404);
    expect(res.headers["content-type"]).toContain("application/problem+json");
  }
});

test("health is told to anyone", async () => {
  expect((await request(api.app).get("/healthz").expect(200)).body).toEqual({
    alive: true,
    zone_data: expect.stringMatching(/^20\d\d[a-z]$/),
  });
  expect((await request(api.app).get("/readyz").expect(200)).body).toEqual({ ready: true });
});

test("whether it is ready is found out once a second, however many ask", async () => {
  let times = 0;
  const ready = async () => {
    times += 1;
    return [{ name: "sidecar", ok: true }];
  };
  const app = buildPublicApp({ ...api.publicDeps, ready });
  await Promise.all(
    Array.from({ length: 20 }, async () => request(app).get("/readyz").expect(200)),
  );
  expect(times).toBeLessThan(4);
});

test("it is not ready while anything it needs is away", async () => {
  const app = buildPublicApp({
    ...api.publicDeps,
    ready: async () => [
      { name: "sign-in", ok: true },
      { name: "sidecar", ok: false },
    ],
  });
  expect((await request(app).get("/readyz").expect(503)).body).toEqual({ ready: false });
});

test("its answers say nothing of what made them, and may be neither framed nor sniffed", async () => {
  const { headers } = await api.as("get", "/tasks");
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
});

test.each([
  ["/chat", "{", 400],
  ["/chat", '"list"', 400],
  ["/tasks", `{"title":"${"x".repeat(300_000)}"}`, 413],
  ["/tasks/batch", `{"operations":"${"x".repeat(300_000)}"}`, 400],
  ["/tasks/batch", `{"operations":"${"x".repeat(1_100_000)}"}`, 413],
  ["/tasks", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, 400],
])("POST %s with a broken body is a clear problem", async (path, body, status) => {
  const res = await api.as("post", path).type("json").send(body).expect(status);
  expect(res.headers["content-type"]).toContain("application/problem+json");
  expect(res.body.detail).toEqual(expect.any(String));
});

test("an idempotency key that is none is named", async () => {
  const res = await api
    .as("post", "/tasks")
    .set("idempotency-key", "k".repeat(201))
    .send({ title: "x" });
  expect(res.status).toBe(400);
  expect(res.body.errors[0].field).toBe("Idempotency-Key");
});

test("a person who asks too much waits; another does not", async () => {
  const app = buildPublicApp({ ...api.publicDeps, rate: { perMinute: 60, burst: 3 } });
  const get = (user: string, token: string) =>
    request(app).get(`/api/${user}/nothing`).auth(token, { type: "bearer" });
  // The bytes of an answer cost a little, too, so the third is not left whole.
  await get("ada", api.token).expect(404);
  await get("ada", api.token).expect(404);
  const refused = await get("ada", api.token).expect(429);
  expect(refused.headers["retry-after"]).toBe("1");
  await get("bob", await signDevToken(SECRET, { user: "bob" })).expect(404);
});
