import { expect, test } from "@jest/globals";
import { type ChangeEntry, Export, Task } from "@todo-mesh/contracts";
import { CloudEvent, TASKS_TOPIC } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { broker } from "../support/broker.ts";
import { type Person, person } from "../support/person.ts";

const WRITERS = 20;
const FOR_MS = 60_000;
// The journal remembers ten thousand changes: fewer, so that all of it can be held against the list.
const MOST_CHANGES = 8_000;

export function manyWriters(mesh: () => Mesh): void {
  test("twenty writers on one list for a minute, on two replicas: every acknowledged change is there, versions without gaps, journal and events equal", async () => {
    const doors = [await person(mesh(), "crowd"), await person(mesh(), "crowd", 1)] as const;
    const acknowledged: Task[] = [];
    const end = Date.now() + FOR_MS;
    const goesOn = (): boolean => Date.now() < end && acknowledged.length < MOST_CHANGES;
    const writers = Array.from({ length: WRITERS }, (_, n) =>
      writer(doors[n % 2] ?? doors[0], n, acknowledged, goesOn),
    );
    await Promise.all(writers);
    expect(acknowledged.length).toBeGreaterThan(WRITERS * 10);

    const kept = Export.parse((await doors[0].ask("GET", "/export")).json);
    const made = new Map(kept.changes.map((entry) => [entry.id, entry]));
    const lost = acknowledged.filter(({ change_id }) => !made.has(change_id));
    expect(lost).toEqual([]);
    expectNoGaps(kept);
    await until("every change is told, and nothing else", async () => {
      const told = new Set(await eventsOf(mesh()));
      return told.size === made.size && [...made.keys()].every((id) => told.has(id));
    });
  }, 240_000);
}

async function writer(
  who: Person,
  n: number,
  acknowledged: Task[],
  goesOn: () => boolean,
): Promise<void> {
  for (let turn = 0; goesOn(); turn += 1) {
    const target = acknowledged[(turn * 31 + n * 7) % Math.max(1, acknowledged.length)];
    const [method, path, body] = turn % 4 === 0 || !target ? create(n, turn) : change(target, turn);
    const answer = await who.ask(method, path, { body });
    // What the trash, another writer or a lost race refuses is refused: it must not be half done.
    expect([200, 201, 404, 409]).toContain(answer.status);
    if (answer.status < 300) acknowledged.push(Task.parse(answer.json));
  }
}

type Call = readonly [method: string, path: string, body?: object];

const create = (n: number, turn: number): Call => ["POST", "/tasks", { title: `by ${n}, ${turn}` }];

function change({ id }: Task, turn: number): Call {
  const calls: readonly Call[] = [
    ["PATCH", `/tasks/${id}`, { title: `changed ${turn}` }],
    ["POST", `/tasks/${id}/complete`],
    ["POST", `/tasks/${id}/reopen`],
    ["PATCH", `/tasks/${id}`, { priority: turn % 2 ? "high" : "low" }],
    ["DELETE", `/tasks/${id}`],
    ["POST", `/tasks/${id}/restore`],
  ];
  return calls[turn % calls.length] ?? create(0, turn);
}

function expectNoGaps({ tasks, changes }: Export): void {
  const versions = Map.groupBy(changes, ({ task_id }: ChangeEntry) => task_id);
  for (const { id, version } of tasks) {
    const made = versions.get(id)?.map((entry) => entry.version) ?? [];
    expect(made).toEqual(Array.from({ length: version }, (_, at) => at + 1));
  }
}

async function eventsOf(mesh: Mesh): Promise<string[]> {
  const messages = await broker(mesh).all(TASKS_TOPIC);
  return messages
    .filter(({ key }) => key?.toString() === "crowd")
    .map(({ value }) => CloudEvent.parse(JSON.parse(value?.toString() ?? "")).id);
}
