import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "@jest/globals";
import { until } from "@todo-mesh/ports/testing";
import express from "express";
import { type CloseDoor, jsonBody, listen } from "../src/index.ts";

const doors: CloseDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((close) => close()));
});

type Limits = NonNullable<Parameters<typeof listen>[1]["limits"]>;
const NEVER = 600_000;

/** A door with one short limit; the others never matter. */
async function aDoor(limits: Limits): Promise<number> {
  const app = express()
    .use(jsonBody())
    .use((_req, res) => void res.end("done"));
  const close = await listen(app, {
    host: "127.0.0.1",
    port: 0,
    name: "door",
    graceMs: 0,
    limits: { headersMs: NEVER, requestMs: NEVER, idleMs: NEVER, lookMs: 10, ...limits },
  });
  doors.push(close);
  return close.port;
}

const POST = "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

/** Sends `first` and then a byte now and then, for as long as it is let; answers all that came back. */
async function drip(port: number, first: string): Promise<string> {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  let back = "";
  socket.on("data", (more: string) => (back += more));
  // Whoever was let go may be writing still: what fails then takes nothing from what came back before.
  socket.on("error", () => undefined);
  socket.write(first);
  const dripping = setInterval(() => socket.write("x"), 10);
  const closed = Promise.withResolvers<void>();
  socket.once("close", () => closed.resolve());
  await closed.promise;
  clearInterval(dripping);
  return back;
}

/** What it is told; where a byte that came as the door shut reset the connection, and that was lost with it, it tries again. */
const toldSlowOne = (port: number, first: string): Promise<string> =>
  until("it is told something", async () => {
    const back = await drip(port, first);
    return back.includes("HTTP/1.1 4") && back;
  });

test.each([
  ["its headers", "GET / HTTP/1.1\r\nhost: x\r\nx-slow: "],
  ["the headers of a later request", "GET / HTTP/1.1\r\nhost: x\r\n\r\nGET / HTTP/1.1\r\nslow: "],
])("who sends %s a byte at a time is let go", async (_what, first) => {
  const port = await aDoor({ headersMs: 100 });
  expect(await toldSlowOne(port, first)).toContain("HTTP/1.1 408");
});

test.each([
  ["of a length that was told", `${POST}content-length: 100000\r\n\r\n{`],
  ["in pieces", `${POST}transfer-encoding: chunked\r\n\r\n186A0\r\n{`],
])("who sends a body %s a byte at a time is let go", async (_what, first) => {
  const port = await aDoor({ headersMs: 50, requestMs: 150 });
  expect(await toldSlowOne(port, first)).toContain("HTTP/1.1 408");
});

test("who opens a connection and says nothing is let go", async () => {
  const socket = connect(await aDoor({ headersMs: 50 }), "127.0.0.1");
  await once(socket.resume(), "close");
  expect(socket.bytesWritten).toBe(0);
});

test("who has had an answer and says nothing more is let go", async () => {
  const socket = connect(await aDoor({ idleMs: 10 }), "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  expect(await text(socket)).toContain("done");
});

test("connections that lie idle make room for whoever comes next, those that are answered do not", async () => {
  const port = await aDoor({ connections: 3 });
  const hello = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";
  const open = () => connect(port, "127.0.0.1");
  const idle = [open(), open()];
  for (const socket of idle) {
    socket.write(hello);
    await once(socket, "data");
  }
  const busy = open();
  busy.write(`${POST}content-length: 2\r\n\r\n{`);
  const refused = open();
  await Promise.all([...idle, refused].map((gone) => once(gone.resume(), "close")));
  const next = open();
  next.write(hello);
  await once(next, "data");
  busy.write("}");
  expect(String(await once(busy, "data"))).toContain("200 OK");
  [next, busy].forEach((socket) => socket.destroy());
});
