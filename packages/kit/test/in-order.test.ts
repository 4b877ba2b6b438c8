import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import express, { type RequestHandler } from "express";
import { atOnce, bearerAuth, type CloseDoor, listen } from "../src/index.ts";

const doors: CloseDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((close) => close()));
});

/** A door where one request of a person runs at a time; `/open` is answered when a test says so, and each is noted. */
async function aDoor(verified: Record<string, Promise<void>> = {}) {
  const begun: string[] = [];
  const open: (() => void)[] = [];
  const note: RequestHandler = (req, _res, next) => {
    begun.push(req.path);
    next();
  };
  const app = express()
    .use(bearerAuth(async (token) => verified[token]?.then(() => "ada") ?? token))
    .use(note)
    .get("/lasting", (_req, res) => void res.write("begun"))
    .use(atOnce({ most: 1, mostWaiting: 9 }))
    .get("/open", (_req, res) => void open.push(() => void res.end("done")))
    .get("/last", (_req, res) => void res.set("connection", "close").end("last"))
    .get("/:name", (req, res) => void res.end(`answer ${req.params.name}`));
  const close = await listen(app, { host: "127.0.0.1", port: 0, name: "door", graceMs: 0 });
  doors.push(close);
  return { begun, open, port: close.port };
}

interface Asked {
  readonly path: string;
  readonly token?: string;
}

/** A connection on which requests are sent without waiting for answers; `text` is all that came back. */
function aConnection(port: number) {
  const socket: Socket = connect(port, "127.0.0.1").on("error", () => undefined);
  const got = { text: "" };
  socket.on("data", (data) => void (got.text += String(data)));
  return {
    socket,
    send: (...all: readonly Asked[]): void =>
      void socket.write(
        all
          .map(
            ({ path, token = "ada" }) =>
              `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`,
          )
          .join(""),
      ),
    until: async (text: string): Promise<string> => {
      while (!got.text.includes(text)) await once(socket, "data");
      return got.text;
    },
  };
}

test("more requests than run at once, sent one behind the other, are all answered, whoever is let in first", async () => {
  const slow = Promise.withResolvers<void>();
  const { port } = await aDoor({ slow: slow.promise });
  const { send, until, socket } = aConnection(port);
  send({ path: "/1", token: "slow" }, { path: "/2" }, { path: "/3" });
  const other = aConnection(port);
  other.send({ path: "/4", token: "bob" });
  await other.until("answer 4");
  slow.resolve();
  expect((await until("answer 3")).match(/answer ./g)).toEqual([
    "answer 1",
    "answer 2",
    "answer 3",
  ]);
  [socket, other.socket].forEach((one) => one.destroy());
});

test("what waits behind an answer that lasts takes no place from the other connections of its person", async () => {
  const { port, begun } = await aDoor();
  const behind = aConnection(port);
  behind.send({ path: "/lasting" }, { path: "/1" }, { path: "/2" });
  await behind.until("begun");
  const other = aConnection(port);
  other.send({ path: "/3" });
  await other.until("answer 3");
  expect(begun).toEqual(["/lasting", "/3"]);
  [behind, other].forEach(({ socket }) => socket.destroy());
});

test("what waits on a connection that ends is never begun", async () => {
  const { port, begun, open } = await aDoor();
  const leaving = aConnection(port);
  leaving.send({ path: "/open" }, { path: "/1" });
  while (open.length === 0) await new Promise(setImmediate);
  leaving.socket.destroy();
  const other = aConnection(port);
  other.send({ path: "/2" });
  await other.until("answer 2");
  expect(begun).toEqual(["/open", "/2"]);
  other.socket.destroy();
});

test("nothing is begun behind an answer that closes the connection", async () => {
  const { port, begun } = await aDoor();
  const { send, socket } = aConnection(port);
  send({ path: "/last" }, { path: "/1" });
  await once(socket, "close");
  expect(begun).toEqual(["/last"]);
});

test("a connection on which more than a hundred wait is broken off", async () => {
  const { port, begun } = await aDoor();
  const { send, socket } = aConnection(port);
  send({ path: "/open" }, ...Array.from({ length: 101 }, (_, n) => ({ path: `/${n}` })));
  await once(socket, "close");
  expect(begun.filter((path) => path !== "/open")).toEqual([]);
});
