/**
 * `node --conditions=@todo-mesh/source packages/state/bench/collection.ts`: what a list of 10, 1 000 and
 * 10 000 tasks costs, and how many times the smallest that is. The store is in memory: no sidecar, no network.
 */
import process from "node:process";
import type { StateStore } from "@todo-mesh/ports";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";
import { atomically, createCollection } from "../src/index.ts";
import { aTask, Task } from "./a-task.ts";
import { heapBytes, medianMs } from "./measure.ts";

const SIZES = [10, 1_000, 10_000];
const HEAP_ELEMENTS = 20_000;

const tasksOf = (size: number) => Array.from({ length: size }, (_, n) => aTask(n));
const collectionOn = (store: StateStore) =>
  createCollection({ store, name: "tasks", schema: Task, keyOfElement: ({ id }) => id });

async function filledStore(owners: readonly string[], tasks: readonly Task[]) {
  const store = inMemoryStateStore();
  const collection = collectionOn(store);
  for (const owner of owners)
    for (let from = 0; from < tasks.length; from += 2_000)
      await atomically(store, async (tx) => {
        const changes = await collection.change(tx, owner);
        for (const task of tasks.slice(from, from + 2_000)) changes.put(task);
      });
  return store;
}

async function timesOf(size: number): Promise<ReadonlyMap<string, number>> {
  const tasks = tasksOf(size);
  const middle = tasks[size / 2] ?? aTask(0);
  const store = await filledStore(["ada"], tasks);
  const collection = collectionOn(store);
  const all = await collection.read("ada");

  const works: [string, () => unknown][] = [
    ["first load", () => collectionOn(store).read("ada")],
    ["read, nothing changed", () => collection.read("ada")],
    [
      "change one",
      () =>
        atomically(store, async (tx) =>
          (await collection.change(tx, "ada")).put({ ...middle, version: middle.version + 1 }),
        ),
    ],
    ["get one", () => all.get(middle.id)],
    ["look at all", () => all.parts.reduce((sum, part) => sum + countOpen(part), 0)],
  ];
  const times = new Map<string, number>();
  for (const [name, work] of works) times.set(name, await medianMs(work));
  return times;
}

function countOpen(part: ReadonlyMap<string, Task>): number {
  let open = 0;
  for (const { status } of part.values()) if (status === "open") open += 1;
  return open;
}

async function heapOf(size: number): Promise<{ bytes: number; factor: number }> {
  const tasks = tasksOf(size);
  const owners = Array.from({ length: HEAP_ELEMENTS / size }, (_, n) => `owner-${n}`);
  const store = await filledStore(owners, tasks);
  const collection = collectionOn(store);
  const kept = [];
  const before = heapBytes();
  for (const owner of owners) kept.push(await collection.read(owner));
  const bytes = (heapBytes() - before) / kept.length;
  return { bytes, factor: bytes / Buffer.byteLength(JSON.stringify(tasks)) };
}

const print = (...cells: readonly string[]): void =>
  void process.stdout.write(`${cells.map((cell) => cell.padEnd(24)).join("")}\n`);
const microseconds = (ms: number): string =>
  (ms * 1_000).toLocaleString("en", { maximumSignificantDigits: 3 });

print("tasks", ...SIZES.map(String));
const times: ReadonlyMap<string, number>[] = [];
for (const size of SIZES) times.push(await timesOf(size));
for (const [name, least] of times[0] ?? [])
  print(
    name,
    ...times.map((row) => {
      const ms = row.get(name) ?? NaN;
      return `${microseconds(ms)} µs (${(ms / least).toFixed(1)}x)`;
    }),
  );

const heaps = [];
for (const size of SIZES) heaps.push(await heapOf(size));
print(
  "heap of an owner",
  ...heaps.map(
    ({ bytes, factor }) => `${(bytes / 1_024).toFixed(0)} KB (${factor.toFixed(1)}x its JSON)`,
  ),
);
