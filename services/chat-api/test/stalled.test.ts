import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { type CloseDoor, listen } from "@todo-mesh/kit";
import { until } from "@todo-mesh/ports/testing";
import { atomically } from "@todo-mesh/state";
import { buildPublicApp, type PublicDeps } from "../src/app.ts";
import type { Wait } from "../src/use-cases/deps.ts";
import type { ExportAll } from "../src/use-cases/own-data/export-all.ts";
import type { Caller } from "../src/use-cases/long-work.ts";
import { aChatApi, type ChatApi } from "./a-chat-api.ts";
import { ADA, aTask } from "./a-task.ts";

jest.setTimeout(20_000);

let api: ChatApi;
let close: CloseDoor;
let counts: { pieces: number; ended: number };
let hasLeft: boolean;
beforeEach(async () => {
  api = await aChatApi();
  for (let n = 0; n < 16; n += 1) await muchToRead();
  counts = { pieces: 0, ended: 0 };
  hasLeft = false;
  close = await opened({});
});
afterEach(() => close());

const opened = (over: Partial<PublicDeps>): Promise<CloseDoor> => {
  const app = buildPublicApp({ ...api.publicDeps, exportAll: counted, stalledMs: 50, ...over });
  return listen(app, { host: "127.0.0.1", port: 0, name: "public door", graceMs: 500 });
};

async function* counted(caller: Caller): ReturnType<ExportAll> {
  caller.signal?.addEventListener("abort", () => (hasLeft = true));
  try {
    for await (const piece of api.publicDeps.exportAll(caller)) {
      counts.pieces += 1;
      yield piece;
    }
  } finally {
    counts.ended += 1;
  }
}

const muchToRead = (): Promise<void> =>
  atomically(api.rows, async (tx) => {
    const book = await api.tasks.change(tx, ADA);
    for (let n = 0; n < 100; n += 1)
      book.put(aTask({ id: api.ids.next(), notes: "n".repeat(4_000) }));
  });

/** Asks, and reads nothing of the answer. */
function stalled(path: string) {
  const socket = connect(close.port, "127.0.0.1").pause();
  socket.on("error", () => undefined);
  socket.write(
    `GET /api/ada${path} HTTP/1.1\r\nHost: mesh\r\nAuthorization: Bearer ${api.token}\r\n\r\n`,
  );
  return { socket, leave: () => socket.destroy() };
}

test("exports that nobody reads are let go one after the other, and their person has the next", async () => {
  const two = [stalled("/export"), stalled("/export")];
  await until("both have ended", () => counts.ended === 2);
  expect((await api.as("get", "/export")).status).toBe(200);
  for (const { leave } of two) leave();
});

test("an export whose reader leaves before its first piece ends, and its person has the next", async () => {
  const { getMany } = api.rows;
  const reached = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  Object.assign(api.rows, {
    getMany: async (keys: readonly string[]) => {
      reached.resolve();
      await goesOn.promise;
      return getMany(keys);
    },
  });
  const { leave } = stalled("/export");
  await reached.promise;
  leave();
  await until("it has left", () => hasLeft);
  goesOn.resolve();
  await until("it has ended", () => counts.ended === 1);
  expect((await api.as("get", "/export")).status).toBe(200);
});

test("an export whose reader leaves half-way is worked out no further", async () => {
  const { socket, leave } = stalled("/export");
  socket.resume();
  await once(socket, "data");
  socket.pause();
  leave();
  await until("it has ended", () => counts.ended === 1);
  // The whole of it is some two hundred.
  expect(counts.pieces).toBeLessThan(100);
  expect((await api.as("get", "/export")).status).toBe(200);
});

test("an export that waits until it can be paid ends when its reader leaves", async () => {
  await close();
  const began = Promise.withResolvers<void>();
  const wait: Wait = async (_ms, signal = new AbortController().signal) => {
    began.resolve();
    await once(signal, "abort");
  };
  close = await opened({ wait, rate: { perMinute: 60, burst: 10 } });
  const { leave } = stalled("/export");
  await began.promise;
  leave();
  await until("it has ended", () => counts.ended === 1);
  expect(counts.pieces).toBe(2);
});
