import { createHmac, randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import express from "express";
import { type JWTPayload, SignJWT } from "jose";
import request from "supertest";
import {
  bearerAuth,
  devVerifier,
  onlyOwnPath,
  problemHandler,
  signDevToken,
  userOf,
} from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const secret = randomBytes(32).toString("base64url");
const app = express()
  .use(bearerAuth(devVerifier(secret)))
  .get("/api/:user_id/tasks", onlyOwnPath(), (_req, res) => res.json({ user: userOf(res) }))
  .use(problemHandler(quietLogger()));

const asking = (token: string, path = "/api/ada/tasks") =>
  request(app).get(path).set("authorization", `Bearer ${token}`);

const good: JWTPayload = {
  iss: "todo-mesh-dev",
  aud: "todo-mesh",
  sub: "ada",
  exp: Math.floor(Date.now() / 1_000) + 600,
};
const signed = (claims: JWTPayload, header = {}, key = Buffer.from(secret, "base64url")) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256", ...header }).sign(key);

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
/** A token put together by hand, as no library would make it. */
const forged = (header: object, mac = "") => {
  const text = `${part(header)}.${part(good)}`;
  return `${text}.${mac && createHmac("sha256", mac).update(text).digest("base64url")}`;
};

test("a token of our own lets its person in", async () => {
  const res = await asking(await signDevToken(secret, { user: "ada" }));
  expect(res.body).toEqual({ user: "ada" });
  expect(res.headers["cache-control"]).toBe("no-store");
});

test("a name that needs encoding in the path is still the same person", async () => {
  const token = await signDevToken(secret, { user: "auth0|a/b%c" });
  const res = await asking(token, `/api/${encodeURIComponent("auth0|a/b%c")}/tasks`);
  expect(res.body).toEqual({ user: "auth0|a/b%c" });
});

test("another person's path is the same 404 as a thing that is not there", async () => {
  const token = await signDevToken(secret, { user: "eve" });
  const [one, two] = [await asking(token), await asking(token, "/api/nobody/tasks")];
  expect(one.status).toBe(404);
  expect(one.text).toBe(two.text);
});

const { exp: _exp, ...noExp } = good;
const { sub: _sub, ...noSub } = good;
const past = Math.floor(Date.now() / 1_000) - 60;

test.each([
  ["unsigned (alg none)", forged({ alg: "none" })],
  ["unsigned, in capitals", forged({ alg: "NONE" })],
  ["signed with nothing", forged({ alg: "HS256" })],
  ["signed with another key", await signed(good, {}, randomBytes(32))],
  ["of another algorithm", await signed(good, { alg: "HS512" }, randomBytes(64))],
  ["said to be RS256", forged({ alg: "RS256" }, secret)],
  ["of another issuer", await signed({ ...good, iss: "todo-mesh" })],
  ["for another audience", await signed({ ...good, aud: "other" })],
  ["not valid yet", await signed({ ...good, nbf: past + 3_600 })],
  ["without an end", await signed(noExp)],
  ["without a subject", await signed(noSub)],
  ["with a subject of spaces", await signed({ ...good, sub: "a b" })],
  ["with an endless subject", await signed({ ...good, sub: "a".repeat(256) })],
  ["with a key in its header", await signed(good, { jwk: { kty: "oct", k: secret } })],
  ["with the address of a key", await signed(good, { jku: "http://127.0.0.1/keys" })],
  ["with a certificate", await signed(good, { x5c: ["MII"] })],
  ["with an unknown critical header", forged({ alg: "HS256", crit: ["b64x"], b64x: 1 }, secret)],
  ["nonsense", "a.b.c"],
  ["endless", "a".repeat(10_000)],
])("a token %s is refused, and not told why", async (_name, token) => {
  const res = await asking(token);
  expect(res.status).toBe(401);
  expect(res.headers["www-authenticate"]).toBe('Bearer realm="todo-mesh", error="invalid_token"');
  expect(res.body.detail).toMatch(/^(The token is not valid: sign in again|The header must read)/);
});

test("one token is written in one way: padding, other alphabets and loose bits are refused", async () => {
  const token = await signDevToken(secret, { user: "ada" });
  const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const at = last.indexOf(token.at(-1) ?? "");
  const looseBits = token.slice(0, -1) + last[at + 1];
  expect((await asking(token)).status).toBe(200);
  for (const other of [`${token}=`, `${token}==`, looseBits, token.replace(".", "=.")])
    expect((await asking(other)).status).toBe(401);
});

test("a subject may be as long as OpenID Connect allows", async () => {
  const user = "a".repeat(255);
  const res = await asking(await signDevToken(secret, { user }), `/api/${user}/tasks`);
  expect(res.body).toEqual({ user });
});

test("an expired token is told so, and so is a missing one", async () => {
  const expired = await asking(await signDevToken(secret, { user: "ada", expiresIn: "1m ago" }));
  expect([expired.status, expired.body.detail]).toEqual([
    401,
    "The token has expired: sign in again",
  ]);
  const missing = await request(app).get("/api/ada/tasks");
  expect([missing.status, missing.headers["www-authenticate"]]).toEqual([
    401,
    'Bearer realm="todo-mesh"',
  ]);
  expect(missing.body.detail).toContain("Authorization: Bearer");
});

test.each(["Basic YTpi", "Bearer", "Bearer ", "Bearer a b", "Token x", "Bearer ü"])(
  "the header %j is no bearer token",
  async (header) => {
    const res = await request(app)
      .get("/api/ada/tasks")
      .set("authorization", header.replace("ü", "{"));
    expect(res.status).toBe(401);
  },
);

test("the scheme may be written in any case, and a token in the query is none", async () => {
  const token = await signDevToken(secret, { user: "ada" });
  const res = await request(app).get("/api/ada/tasks").set("authorization", `bearer  ${token}`);
  expect(res.status).toBe(200);
  expect((await request(app).get(`/api/ada/tasks?access_token=${token}`)).status).toBe(401);
});

test.each([
  "",
  "short",
  randomBytes(31).toString("base64url"),
  "not base64url, but long enough to be one!",
])("%j is no secret to sign with", (weak) => {
  expect(() => devVerifier(weak)).toThrow("at least 32 random bytes");
});

test("a route that forgot to ask who is there is a bug, not an open door", async () => {
  const open = express()
    .get("/", (_req, res) => res.json(userOf(res)))
    .use(problemHandler(quietLogger()));
  expect((await request(open).get("/")).status).toBe(500);
});
