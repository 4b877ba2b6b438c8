import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import express from "express";
import request from "supertest";
import { currentTraceId, jsonBody, listen, problemHandler, requestScope } from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const log = quietLogger();
const app = express()
  .use(requestScope({ log }))
  .use(jsonBody())
  .post("/", (req, res) => {
    res.json({
      got: typeof req.body,
      admin: {}.constructor === Object && "admin" in {},
      trace: currentTraceId(),
    });
  })
  .use(problemHandler(log));

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const members = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]));
const manyMembers = members(100_000);

const post = (body: string, type = "application/json") =>
  request(app).post("/").set("content-type", type).send(body);

test.each(["application/json", "application/json; charset=utf-8", "application/cloudevents+json"])(
  "is read when it comes as %s",
  async (type) => {
    expect((await post('{"a":1}', type)).body).toMatchObject({ got: "object" });
  },
);

test("may be absent", async () => {
  expect((await request(app).post("/")).body).toMatchObject({ got: "undefined" });
  expect((await post("", "text/plain")).body).toMatchObject({ got: "undefined" });
});

test("keeps the trace of its request while it is read", async () => {
  const res = await post("{}").set("traceparent", `00-${"a".repeat(32)}-${"b".repeat(16)}-01`);
  expect(res.body.trace).toBe("a".repeat(32));
  expect(res.headers["x-trace-id"]).toBe("a".repeat(32));
});

test.each([
  ["broken JSON", '{"a":', "application/json", 400],
  ["a bare word", "secretword", "application/json", 400],
  ["a bare string", '"secretword"', "application/json", 400],
  ["another type", "a=1", "application/x-www-form-urlencoded", 415],
  ["text", "hello", "text/plain", 415],
  ["another charset", "{}", "application/json; charset=latin1", 415],
  ["UTF-16, said to be so", "{}", "application/json; charset=utf-16", 415],
  ["a charset in quotes", "{}", 'application/json;x=y; Charset="utf-16le"', 415],
  ["an object of 100 000 members", JSON.stringify(manyMembers), "application/json", 413],
  ["an object of 201 members", JSON.stringify(members(201)), "application/json", 400],
  ["25 001 values", JSON.stringify(Array(25_002).fill(1)), "application/json", 400],
  ["ten thousand levels", "[".repeat(10_000) + "]".repeat(10_000), "application/json", 400],
  [
    "ten thousand objects",
    '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000),
    "application/json",
    400,
  ],
])("%s is refused with a clear problem", async (_name, body, type, status) => {
  const res = await post(body, type);
  expect(res.status).toBe(status);
  expect(res.headers["content-type"]).toContain("application/problem+json");
  expect(res.body.detail.length).toBeGreaterThan(10);
  expect(res.text).not.toContain("secretword");
});

test("a body without a type is refused as of another type", async () => {
  const res = await request(app).post("/").unset("content-type").send(Buffer.from("{}"));
  expect(res.status).toBe(415);
  expect(res.headers["accept"]).toBe("application/json");
});

test("a compressed body is refused, for it may grow to any size", async () => {
  expect((await post("{}").set("content-encoding", "gzip")).status).toBe(415);
});

test("64 levels pass", async () => {
  expect((await post("[".repeat(64) + "]".repeat(64))).status).toBe(200);
});

test("a member called __proto__ changes nothing", async () => {
  const res = await post('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
  expect(res.body).toMatchObject({ admin: false });
});

test("more than 256 KB is 413, and a route that needs more says so first", async () => {
  const big = JSON.stringify(["x".repeat(1_000_000)]);
  const refused = await post(big);
  expect([refused.status, refused.body.detail]).toEqual([413, "A body has at most 256 KB here"]);
  expect((await post(JSON.stringify(["x".repeat(256_000)]))).status).toBe(200);
  const wide = express()
    .post("/wide", jsonBody({ maxBytes: 1_048_576 }))
    .use(jsonBody())
    .post("/wide", (req, res) => void res.json({ length: req.body[0].length }))
    .use(problemHandler(log));
  const at = (body: string) => request(wide).post("/wide").type("json").send(body);
  expect((await at(big)).body).toEqual({ length: 1_000_000 });
  expect((await at(JSON.stringify(["x".repeat(1_048_577)]))).status).toBe(413);
});

test.each([
  ["a lone byte", [0xff]],
  ["an overlong slash", [0xc0, 0xaf]],
  ["half a pair", [0xed, 0xa0, 0x80]],
  ["a character cut off", [0xf0, 0x9f, 0xa6]],
])("%s is no UTF-8, and is refused and not mended", async (_name, bytes) => {
  const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]);
  const res = await request(app)
    .post("/")
    .set("content-type", "application/json")
    .serialize((sent) => sent)
    .send(body);
  expect([res.status, res.body.detail]).toEqual([400, "The body is not well-formed UTF-8"]);
});

test("brackets, commas and quotes within strings are counted by nobody", async () => {
  const text = `${'["\\\\",{'.repeat(2_000)}${",".repeat(20_000)}`;
  expect((await post(JSON.stringify({ text, more: [1, { a: '\\"' }] }))).status).toBe(200);
});

test.each([
  ["says it is too long", "content-length: 2000000\r\n\r\n{"],
  ["never ends", `transfer-encoding: chunked\r\n\r\n200000\r\n${"x".repeat(0x200000)}\r\n`],
])("a body that %s is refused before its end", async (_name, rest) => {
  const close = await listen(app, { host: "127.0.0.1", port: 0, name: "door", graceMs: 0 });
  closers.push(close);
  const socket = connect(close.port, "127.0.0.1");
  const answer = new Promise((resolve, reject) => {
    socket.once("data", (data) => resolve(String(data))).once("error", reject);
  });
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${rest}`);
  expect(await answer).toMatch(/^HTTP\/1.1 413 /);
  socket.destroy();
});

test("a body that breaks off is let go", async () => {
  const close = await listen(app, { host: "127.0.0.1", port: 0, name: "door", graceMs: 5_000 });
  closers.push(close);
  const socket = connect(close.port, "127.0.0.1");
  socket.write(
    "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{",
  );
  socket.end();
  await new Promise((resolve) => socket.once("close", resolve).resume());
  expect(socket.destroyed).toBe(true);
});

/** What is told of the bytes of a body that is sent as it is, and how it is answered. */
async function told(rest: string) {
  const heard = { bytes: 0 };
  const door = express()
    .use(jsonBody({ onBytes: (_res, bytes) => void (heard.bytes += bytes) }))
    .use((_req, res) => void res.end())
    .use(problemHandler(log));
  const close = await listen(door, { host: "127.0.0.1", port: 0, name: "door", graceMs: 0 });
  closers.push(close);
  const socket = connect(close.port, "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${rest}`);
  const [answer] = await once(socket, "data");
  socket.destroy();
  return { status: Number(/ (\d+) /.exec(String(answer))?.[1]), bytes: heard.bytes };
}

const chunked = (...pieces: string[]): string =>
  `transfer-encoding: chunked\r\n\r\n${[...pieces, ""]
    .map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)
    .join("")}`;

test.each([
  ["is good", "content-length: 4\r\n\r\n[12]", 200, 4],
  ["is broken", "content-length: 5\r\n\r\n[12]]", 400, 5],
  ["comes in pieces, each for 32 more", chunked("[1", "2]"), 200, 68],
  ["is refused for its length", "content-length: 2000000\r\n\r\n[12]", 413, 2_000_000],
])("the bytes of a body that %s are told", async (_what, rest, status, bytes) => {
  expect(await told(rest)).toEqual({ status, bytes });
});

test("a body in crumbs is refused while it is still short", async () => {
  const { status, bytes } = await told(chunked(...Array.from({ length: 9_000 }, () => " ")));
  expect(status).toBe(413);
  expect(bytes).toBeGreaterThan(256 * 1_024);
});
