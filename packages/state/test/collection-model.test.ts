import { expect, test } from "@jest/globals";
import { AppError, kindOf, type StateStore, type Stored } from "@todo-mesh/ports";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  nat,
  oneof,
  record,
  tuple,
} from "fast-check";
import { z } from "zod";
import { aProcess, type Task } from "./a-collection.ts";

const PROCESSES = [0, 1];
type Fate = "arrives" | "answer lost" | "never arrives";

const title = tuple(nat(9), oneof(nat(20), nat(2_000), nat(20_000))).map(([letter, length]) =>
  String(letter).repeat(length),
);
const change = record({
  put: array(record({ id: nat(150).map(String), title }), { maxLength: 40 }),
  remove: array(nat(150).map(String), { maxLength: 20 }),
  fate: oneof(
    { weight: 5, arbitrary: constant<Fate>("arrives") },
    constantFrom<Fate>("answer lost", "never arrives"),
  ),
});
type Change = typeof change extends Arbitrary<infer Value> ? Value : never;
// Two changes at once, one by each process; each touches ids of its own, so that any order ends the same.
const step = oneof(
  { weight: 8, arbitrary: record({ changes: tuple(change, change) }) },
  { weight: 1, arbitrary: record({ erase: constantFrom(...PROCESSES) }) },
  { weight: 1, arbitrary: record({ restart: constantFrom(...PROCESSES) }) },
);

type Step = typeof step extends Arbitrary<infer Value> ? Value : never;

/** A process whose next transaction may be lost on its way, or its answer. */
function fatedProcess(inner: StateStore, maxBytes: number) {
  let next: Fate = "arrives";
  const store: StateStore = {
    ...inner,
    transact: async (writes) => {
      if (next !== "never arrives") await inner.transact(writes);
      if (next !== "arrives") throw new AppError("unavailable", next);
    },
  };
  const process = aProcess(store, { cache: { maxBytes } });
  const apply = async ({ put, remove, fate }: Change): Promise<void> => {
    next = fate;
    await process
      .changeOf((changes) => {
        for (const element of put) changes.put(element);
        for (const id of remove) changes.remove(id);
      })
      .catch((error: unknown) => {
        if (kindOf(error) !== "unavailable") throw error;
      });
    next = "arrives";
  };
  return { ...process, apply };
}

/** Two processes on one store, and the plain map that they should amount to. */
function twoProcesses() {
  const store = inMemoryStateStore();
  // The memory of the second is too small for much of what is read.
  const begin = (at: number) => fatedProcess(store, at === 0 ? 10_000_000 : 60_000);
  const processes = PROCESSES.map(begin);
  const model = new Map<string, Task>();

  const take = async (one: Step): Promise<void> => {
    if ("restart" in one) processes[one.restart] = begin(one.restart);
    else if ("erase" in one) {
      await processes[one.erase]?.eraseAll();
      model.clear();
      if (store.rows().size > 0) throw new Error("Something is left after an erase");
    } else {
      const changes = one.changes.map(ownIds);
      await Promise.all(processes.map(async (process, by) => process.apply(changes[by] ?? NONE)));
      for (const each of changes) applyTo(model, each);
    }
  };
  return { store, processes, model, take };
}

const NONE: Change = { put: [], remove: [], fate: "arrives" };
const ownIds = ({ put, remove, fate }: Change, by: number): Change => ({
  put: put.map((task) => ({ ...task, id: `${by}:${task.id}` })),
  remove: remove.map((id) => `${by}:${id}`),
  fate,
});

function applyTo(model: Map<string, Task>, { put, remove, fate }: Change): void {
  if (fate === "never arrives") return;
  for (const element of put) model.set(element.id, element);
  for (const id of remove) model.delete(id);
}

const Chunk = z.object({ elements: z.array(z.unknown()) }).catch({ elements: [] });
const isTooLarge = ({ value }: Stored): boolean => {
  const { elements } = Chunk.parse(value);
  const isLong = JSON.stringify(elements).length > 33_000;
  return elements.length > 64 || (elements.length > 1 && isLong);
};

test("a collection is what a plain map would be, whoever changes, erases or dies in which order", async () => {
  await assert(
    asyncProperty(array(step, { maxLength: 12 }), async (steps) => {
      const { store, processes, model, take } = twoProcesses();
      for (const one of steps) {
        await take(one);
        for (const process of processes) expect(await process.all()).toEqual(model);
        expect([...store.rows().values()].filter(isTooLarge)).toEqual([]);
      }
    }),
    { numRuns: Number(globalThis.process.env["MODEL_RUNS"] ?? 60) },
  );
}, 60_000);
