import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "@jest/globals";
import request from "supertest";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeAll(async () => {
  api = await aChatApi();
});

// A page, its scripts and styles: nothing they load may come from elsewhere. (An `xmlns` is a name, not an address.)
const LOADS = /(?:src|href)="([^"]+)"|@import[^;]+|url\((?!["']?data:)[^)]*\)/g;
const loadsOf = (text: string): string[] =>
  [...text.matchAll(LOADS)].map(([whole, address]) => address ?? whole);

test("the page at /docs names only what is served beside it", async () => {
  const page = await request(api.app)
    .get("/docs")
    .expect(200)
    .expect("content-type", /text\/html/);
  const assets = loadsOf(page.text);
  expect(assets.length).toBeGreaterThanOrEqual(4);
  for (const asset of assets) {
    expect(asset).toMatch(/^\/docs\/[\w.-]+$/);
    await request(api.app).get(asset).expect(200).expect("x-content-type-options", "nosniff");
  }
  expect(page.text).not.toMatch(/<script(?![^>]* src=)|<style|style="| on\w+="/);
});

test("its style sheet and what it begins with ask nobody else", async () => {
  const css = await request(api.app).get("/docs/swagger-ui.css").expect(200);
  expect(loadsOf(css.text)).toEqual([]);
  const start = await request(api.app).get("/docs/start.js").expect(200);
  expect(start.text).not.toContain("//");
  expect(start.text).toContain("validatorUrl: null");
});

test("its policy lets it run its own scripts, speak to us, and nothing more", async () => {
  const { headers } = await request(api.app).get("/docs").expect(200);
  const policy = headers["content-security-policy"] ?? "";
  expect(policy.split("; ").toSorted()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self'",
  ]);
  expect(headers["x-frame-options"]).toBe("DENY");
});

test("no other file can be had there", async () => {
  const statuses = new Set<number>();
  for (const name of ["package.json", "index.js", "..%2Fpackage.json", "swagger-ui.js.map"])
    statuses.add((await request(api.app).get(`/docs/${name}`)).status);
  expect([...statuses]).toEqual([404]);
});

test("the document is open to anyone, and says no server but ours", async () => {
  const { body } = await request(api.app).get("/openapi.json").expect(200);
  expect(body).toMatchObject({ openapi: "3.1.1", servers: [{ url: "/" }] });
  const ours = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  expect(JSON.parse(ours)).toMatchObject({ version: body.info.version });
});

test.each(["/openapi.json", "/schemas", "/schemas/todo.task.created.v1.json"])(
  "%s is not sent again to who has it",
  async (path) => {
    const { headers, body } = await request(api.app).get(path).expect(200);
    expect(body).not.toEqual({});
    const again = await request(api.app).get(path).set("if-none-match", String(headers["etag"]));
    expect([again.status, again.text]).toEqual([304, ""]);
  },
);
