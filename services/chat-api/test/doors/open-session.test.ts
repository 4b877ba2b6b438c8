import { beforeEach, expect, test } from "@jest/globals";
import { signDevToken } from "@todo-mesh/kit";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { createOpenSession } from "../../src/use-cases/open-session.ts";
import { aChatApi, type ChatApi, SECRET } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
let code: string;
beforeEach(async () => {
  api = await aChatApi();
  code = await signDevToken(SECRET, { user: ADA, use: "link", expiresIn: "10m" });
});

const signIn = (body: object, headers: Record<string, string> = {}, app = api.app) =>
  request(app)
    .post("/sign-in")
    .set({ host: "127.0.0.1:8080", ...headers })
    .send(body);

test("the code of a link opens a session, whose token is good for what is its person's own", async () => {
  const { body, headers } = await signIn({ code }).expect(200);
  expect(body).toMatchObject({ user_id: ADA });
  expect(headers["cache-control"]).toBe("no-store");
  await request(api.app).get(`/api/${ADA}/tasks`).auth(body.token, { type: "bearer" }).expect(200);
});

test("a code counts once, on whichever replica", async () => {
  expect((await signIn({ code })).status).toBe(200);
  const other = buildPublicApp({
    ...api.publicDeps,
    openSession: createOpenSession({ ...api, devSecret: () => SECRET }),
  });
  const { body } = await signIn({ code }, {}, other).expect(401);
  expect(body.detail).toContain("used already");
});

test("of two that come with one code at once, one is let in", async () => {
  const answers = await Promise.all([signIn({ code }), signIn({ code })]);
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(["200", "401"]);
});

test("a renewal opens the next session, and is none of the other two", async () => {
  const { body } = await signIn({ code }).expect(200);
  expect((await signIn({ renewal: body.renewal })).status).toBe(200);
  expect((await signIn({ renewal: body.renewal })).status).toBe(200);
  expect((await signIn({ code: body.renewal })).status).toBe(401);
  expect((await signIn({ renewal: body.token })).status).toBe(401);
  expect((await signIn({ code: body.token })).status).toBe(401);
  await request(api.app)
    .get(`/api/${ADA}/tasks`)
    .auth(body.renewal, { type: "bearer" })
    .expect(401);
});

test("a code that is too old, or signed by somebody else, is refused", async () => {
  const old = await signDevToken(SECRET, { user: ADA, use: "link", expiresIn: "-1m" });
  const others = Buffer.alloc(32, "other").toString("base64url");
  const foreign = await signDevToken(others, { user: ADA, use: "link" });
  for (const bad of [old, foreign, "x"]) expect((await signIn({ code: bad })).status).toBe(401);
});

test.each([
  ["under a name that was rebound to this machine", { host: "evil.example:8080" }],
  ["another origin", { origin: "http://evil.example" }],
  ["another port of this machine", { origin: "http://127.0.0.1:9999" }],
  ["another site, as its browser says", { "sec-fetch-site": "cross-site" }],
  ["a sandbox without an origin", { origin: "null" }],
])("nobody signs in from %s, and the code is not spent by that", async (_, headers) => {
  expect((await signIn({ code }, headers)).status).toBe(403);
  expect((await signIn({ code })).status).toBe(200);
});

test("the page signs in from its own origin", async () => {
  const own = { origin: "http://127.0.0.1:8080", "sec-fetch-site": "same-origin" };
  expect((await signIn({ code }, own)).status).toBe(200);
});

test("anybody may ask how people sign in", async () => {
  const { body, headers } = await request(api.app).get("/config.json").expect(200);
  expect(body).toEqual({ sign_in: { mode: "dev" } });
  expect(headers["cache-control"]).toBe("no-store");
});

test("where a provider signs people in, no link does", async () => {
  const issuer = "https://sign-in.example";
  const app = buildPublicApp({
    ...api.publicDeps,
    auth: { mode: "oidc", issuer, audience: "todo-mesh" },
  });
  const { body } = await request(app).get("/config.json").expect(200);
  expect(body).toEqual({ sign_in: { mode: "oidc", issuer } });
});

test("where the page is known to the provider it is told as what it comes there", async () => {
  const [issuer, audience] = ["https://sign-in.example", "todo-mesh"];
  const page = { id: "the-page", scope: "openid" };
  const app = buildPublicApp({
    ...api.publicDeps,
    auth: { mode: "oidc", issuer, audience, page },
  });
  const { body } = await request(app).get("/config.json").expect(200);
  expect(body).toEqual({ sign_in: { mode: "oidc", issuer, client: { ...page, audience } } });
});
