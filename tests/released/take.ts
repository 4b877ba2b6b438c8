import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { SOURCES, TASK_EVENTS } from "@todo-mesh/contracts/events";
import { startMesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { Client } from "pg";
import { broker, isByTests } from "../support/broker.ts";
import { person } from "../support/person.ts";
import { useAll } from "./use-all.ts";

/*
 * Leaves in a folder what this version keeps and emits after some use of all it can do: its rows, its events, and the
 * schemas of its events. Run it in a tree of the version that is released.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Where to? Name the folder it is left in.");
const into = new URL(`file://${folder}/`);
const DOCS = new URL("../../docs/events/", import.meta.url);
const UNPLANNABLE = { local: "2030-02-30T08:00", timezone: "Europe/Rome" };

const mesh = await startMesh();
try {
  const [ada, zoe] = [await person(mesh, "ada"), await person(mesh, "zoe")];
  await putUnplannable();
  await useAll(ada, zoe);
  await until("all that is committed is emitted", async () => (await waiting()) === 0);
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await cp(DOCS, new URL("events/", into), { recursive: true });
  await leave("rows.json", await rowsByService());
  await leave("stopped.json", new Date());
  await leave("emitted.json", (await Promise.all(Object.keys(SOURCES).map(emittedOn))).flat());
} finally {
  await mesh.stop();
}

/** A task that chat-api would not let in: only a fault, or another version, makes one that cannot be planned. */
async function putUnplannable(): Promise<void> {
  const now = new Date().toISOString();
  const task = {
    id: crypto.randomUUID(),
    user_id: "ada",
    title: "cannot be planned",
    status: "open",
    due: { ...UNPLANNABLE, at: "2030-03-02T07:00:00.000Z" },
    reminders: [{ days: -1, time: "19:00" }],
    version: 1,
    change_id: crypto.randomUUID(),
    created_at: now,
    updated_at: now,
  };
  const data = { user_id: "ada", task, change: { id: task.change_id, by: "api" } };
  const envelope = { specversion: "1.0", id: crypto.randomUUID(), source: "tests", data };
  const value = JSON.stringify({ ...envelope, type: TASK_EVENTS[0].type });
  await broker(mesh).put(TASK_EVENTS[0].topic, [{ key: "ada", value }]);
}

async function rows(): Promise<{ key: string; value: string }[]> {
  const client = new Client({ connectionString: mesh.postgresUrl });
  await client.connect();
  try {
    const query = "SELECT key, convert_from(value, 'UTF8') AS value FROM state ORDER BY key";
    return (await client.query<{ key: string; value: string }>(query)).rows;
  } finally {
    await client.end();
  }
}

/** How many events are committed and not emitted yet. */
async function waiting(): Promise<number> {
  return (await rows()).filter(({ key }) => /\|\|outbox:[^:]+:\d+$/.test(key)).length;
}

async function rowsByService(): Promise<Record<string, Record<string, unknown>>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const { key, value } of await rows()) {
    const [service = "", ...rest] = key.split("||");
    (all[service] ??= {})[rest.join("||")] = JSON.parse(value);
  }
  return all;
}

async function emittedOn(topic: string): Promise<unknown[]> {
  const messages = (await broker(mesh).all(topic)).filter((one) => !isByTests(one));
  return messages.map(({ value }): unknown => JSON.parse(String(value)));
}

async function leave(name: string, what: unknown): Promise<void> {
  await writeFile(new URL(name, into), `${lines(what)}\n`);
}

/** A line for each row and each event, so that one sees in a diff which are others. */
function lines(what: unknown, depth = 0): string {
  if (Array.isArray(what) && depth === 0)
    return `[\n${what.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]`;
  if (what === null || typeof what !== "object" || what instanceof Date || depth === 2)
    return JSON.stringify(what);
  const pad = "  ".repeat(depth + 1);
  const fields = Object.entries(what).map(
    ([name, one]) => `${pad}${JSON.stringify(name)}: ${lines(one, depth + 1)}`,
  );
  return `{\n${fields.join(",\n")}\n${"  ".repeat(depth)}}`;
}
