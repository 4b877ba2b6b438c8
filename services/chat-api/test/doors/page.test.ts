import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Express } from "express";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { aChatApi } from "../a-chat-api.ts";

const folder = mkdtempSync(join(tmpdir(), "todo-mesh-page-"));
const DOCUMENT = "<!doctype html><title>Todo Mesh</title>";
const SCRIPT = "globalThis.here = true;";
const OIDC = { mode: "oidc", issuer: "https://id.example/realm", audience: "todo-mesh" } as const;
let app: Express;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), DOCUMENT);
  writeFileSync(join(folder, "assets", "main-1a2b.js"), SCRIPT);
  writeFileSync(join(folder, "assets", "main-1a2b.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, "assets", "main-1a2b.js.gz"), gzipSync(SCRIPT));
  const { publicDeps } = await aChatApi();
  app = buildPublicApp({ ...publicDeps, pageFolder: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["/", "/tasks/today", "/tasks/trash", "/chat", "/inbox", "/preferences"])(
  "%s is the page's document, asked for anew each time",
  async (path) => {
    const { text, headers } = await request(app).get(path).expect(200);
    expect(text).toBe(DOCUMENT);
    expect(headers).toMatchObject({
      "cache-control": "no-cache",
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  },
);

test.each([
  ["br", "br"],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["identity", undefined],
])("an asset goes to who takes %s as %s, and stays for a year", async (accepted, coding) => {
  const { text, headers } = await request(app)
    .get("/assets/main-1a2b.js")
    .set("accept-encoding", accepted)
    .expect(200);
  expect(text).toBe(SCRIPT);
  expect(headers["content-encoding"]).toBe(coding);
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers["content-type"]).toMatch(/^text\/javascript/);
  expect(headers["vary"]).toBe("accept-encoding");
});

test.each([
  "/assets",
  "/assets/",
  "/assets/gone.js",
  "/assets/main-1a2b.js.br",
  "/tasks/x",
  "/%2e%2e/x",
])("%s is nothing of the page, but a problem as anywhere else", async (path) => {
  const { headers } = await request(app).get(path).expect(404);
  expect(headers["content-type"]).toMatch("application/problem+json");
});

test("what was there before is as it was: documents, health and what is sent to a view", async () => {
  const docs = await request(app).get("/docs").expect(200);
  expect(docs.text).toContain("swagger-ui");
  await request(app).get("/openapi.json").expect(200);
  await request(app).get("/healthz").expect(200);
  await request(app).post("/").expect(404);
});

test.each([
  ["its own mesh alone, where a link signs people in", { mode: "dev" }, "connect-src 'self';"],
  ["its own mesh alone, where a provider does not know it", OIDC, "connect-src 'self';"],
  [
    "the provider as well, where that signs people in on it",
    { ...OIDC, page: { id: "the-page", scope: "openid" } },
    "connect-src 'self' https://id.example;",
  ],
] as const)("the page may ask %s", async (_, auth, policy) => {
  const { publicDeps } = await aChatApi();
  const served = buildPublicApp({ ...publicDeps, pageFolder: folder, auth });
  const { headers } = await request(served).get("/").expect(200);
  expect(headers["content-security-policy"]).toContain(policy);
});

test("without a build there is no page, and all else is there", async () => {
  const { app: bare } = await aChatApi();
  expect((await request(bare).get("/")).status).toBe(404);
  expect((await request(bare).get("/healthz")).status).toBe(200);
});
