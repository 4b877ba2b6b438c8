import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { expect, test } from "@jest/globals";
import express, { type RequestHandler } from "express";
import { closingOf, type Door, listen } from "../src/index.ts";

/** A door whose only route is `handler`; `running` settles when a request has reached it. */
async function openDoor(handler: RequestHandler, more: Partial<Door> = {}) {
  const reached = Promise.withResolvers<void>();
  const app = express().get("/", (req, res, next) => {
    reached.resolve();
    return handler(req, res, next);
  });
  const close = await listen(app, {
    host: "127.0.0.1",
    port: 0,
    name: "public door",
    ...more,
  });
  return { close, reached: reached.promise, url: `http://127.0.0.1:${close.port}/` };
}

test("a port that is taken is told in words, with the way out", async () => {
  const { close } = await openDoor((_req, res) => void res.end());
  const second = listen(express(), { host: "127.0.0.1", port: close.port, name: "public door" });
  await expect(second).rejects.toThrow(
    `The public door cannot open: something else listens on 127.0.0.1:${close.port}. Stop it, or choose another port`,
  );
  await close();
});

test("an address that is not ours is told in words", async () => {
  const door = listen(express(), { host: "192.0.2.1", port: 0, name: "mesh door" });
  await expect(door).rejects.toThrow("The mesh door cannot open: 192.0.2.1:0 is not ours");
});

test("closing waits for the request that runs, and takes in nothing new", async () => {
  const answer = Promise.withResolvers<void>();
  const door = await openDoor(async (_req, res) => {
    await answer.promise;
    res.end("done");
  });
  const agent = new Agent({ keepAlive: true });
  const running = new Promise<string>((resolve, reject) => {
    httpRequest(door.url, { agent }, (res) => res.on("data", (data) => resolve(String(data))))
      .on("error", reject)
      .end();
  });
  await door.reached;
  let closed = false;
  const closing = door.close().then(() => (closed = true));
  await expect(fetch(door.url)).rejects.toThrow("fetch failed");
  expect(closed).toBe(false);
  answer.resolve();
  expect(await running).toBe("done");
  await closing;
  agent.destroy();
});

test("an idle kept connection does not hold up the close", async () => {
  const door = await openDoor((_req, res) => void res.end());
  const idle = connect(door.close.port, "127.0.0.1");
  idle.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  await once(idle, "data");
  const ended = once(idle, "close");
  await door.close();
  await ended;
  expect(idle.destroyed).toBe(true);
});

test("who is connected while a door closes is answered, and told to come by another connection", async () => {
  const door = await openDoor((_req, res) => void res.end("answered"), { lingerMs: 10_000 });
  const kept = connect(door.close.port, "127.0.0.1");
  const ask = async (): Promise<string> => {
    kept.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
    const [answer]: unknown[] = await once(kept, "data");
    return String(answer).toLowerCase();
  };
  expect(await ask()).toContain("connection: keep-alive");
  const closing = door.close();
  const answer = await ask();
  expect(answer).toContain("answered");
  expect(answer).toContain("connection: close");
  // Nobody is left, so there is nobody to wait for.
  await closing;
});

test("a stream is told of the close, ends itself, and holds nothing up", async () => {
  const door = await openDoor((req, res) => {
    res.write("event: hello\n\n");
    closingOf(req).addEventListener("abort", () => res.end("event: bye\n\n"), { once: true });
  });
  const stream = await fetch(door.url);
  await door.reached;
  const [text] = await Promise.all([stream.text(), door.close()]);
  expect(text).toBe("event: hello\n\nevent: bye\n\n");
});

test("a request that never ends is broken off after the grace period", async () => {
  const door = await openDoor(() => undefined, { graceMs: 20 });
  const hanging = fetch(door.url).then(
    () => "answered",
    () => "broken off",
  );
  await door.reached;
  await door.close();
  expect(await hanging).toBe("broken off");
});

test("closing twice is closing once", async () => {
  const door = await openDoor((_req, res) => void res.end());
  await expect(Promise.all([door.close(), door.close()])).resolves.toHaveLength(2);
  await expect(door.close()).resolves.toBeUndefined();
});

test("an error that nobody handles leaves without its stack", async () => {
  const door = await openDoor(() => {
    throw new Error("s3cret");
  });
  const answer = await fetch(door.url);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/s3cret|\bat .*:\d+/);
  await door.close();
});
