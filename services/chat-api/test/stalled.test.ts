import { connect } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type CloseDoor, listen } from "@todo-mesh/kit";
import { atomically } from "@todo-mesh/state";
import { buildPublicApp } from "../src/app.ts";
import type { ExportAll } from "../src/use-cases/export-all.ts";
import { aChatApi, type ChatApi } from "./a-chat-api.ts";
import { ADA, aTask } from "./a-task.ts";

let api: ChatApi;
let close: CloseDoor;
let counts: { ended: number };
beforeEach(async () => {
  api = await aChatApi();
  for (let n = 0; n < 16; n += 1) await muchToRead();
  counts = { ended: 0 };
  const app = buildPublicApp({ ...api.publicDeps, exportAll: counted, stalledMs: 50 });
  close = await listen(app, { host: "127.0.0.1", port: 0, name: "public door", graceMs: 500 });
});
afterEach(() => close());

async function* counted(...asked: Parameters<ExportAll>): ReturnType<ExportAll> {
  try {
    yield* api.publicDeps.exportAll(...asked);
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
  return { leave: () => socket.destroy() };
}

test("exports that nobody reads are let go one after the other, and their person has the next", async () => {
  const two = [stalled("/export"), stalled("/export")];
  while (counts.ended < 2) await nextTurn();
  expect((await api.as("get", "/export")).status).toBe(200);
  for (const { leave } of two) leave();
});
