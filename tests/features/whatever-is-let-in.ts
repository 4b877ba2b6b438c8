import { expect, test } from "@jest/globals";
import { Problem, TaskDraft, TaskPage } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import * as fc from "fast-check";
import { until } from "@todo-mesh/ports/testing";
import { requestsOf } from "../schemas/requests-of.ts";
import { broker } from "../support/broker.ts";
import { type Person, person } from "../support/person.ts";

const DRAFTS = 60;
// What many events of one person may cost another; the old fault cost thirty seconds.
const ON_TIME_MS = 5_000;

async function isMadeOrRefused(asker: Person, body: unknown): Promise<boolean> {
  const { status, json } = await asker.ask("POST", "/tasks", { body });
  if (status === 201) return true;
  expect([400, 409]).toContain(status);
  expect(Problem.parse(json).errors ?? []).not.toHaveLength(0);
  return false;
}

async function rings(asker: Person, title: string, withinMs?: number) {
  const rung = async () => (await asker.inbox()).find((one) => one.title === title);
  return until(`"${title}" rings`, rung, withinMs);
}

export function whateverIsLetIn(mesh: () => Mesh): void {
  test("whatever a person may ask for is made or refused by its field, and keeps nobody else waiting", async () => {
    const [odd, vera] = [await person(mesh(), "odd"), await person(mesh(), "vera")];
    const drafts = fc.sample(requestsOf(TaskDraft), DRAFTS);
    const made: unknown[] = [];
    for (const [n, draft] of drafts.entries()) {
      if (n % 10 === 0) await vera.addTask(`vera's ${n}`, 1_500);
      if (await isMadeOrRefused(odd, draft)) made.push(draft);
    }
    // Behind all of that, in the order of one person.
    await odd.addTask("the end of it", 1_000);
    await rings(odd, "the end of it");
    for (const n of [0, 10, 20, 30, 40, 50]) {
      const { created_at, due_at } = await rings(vera, `vera's ${n}`);
      expect(Date.parse(created_at) - Date.parse(due_at)).toBeLessThan(ON_TIME_MS);
    }
    const { items } = TaskPage.parse((await odd.ask("GET", "/tasks?limit=200")).json);
    expect(items.length).toBeGreaterThan(made.length);
    const refused = await broker(mesh()).all("todo.tasks.events.dlq");
    expect(refused.filter(({ key }) => key?.toString() === "odd")).toEqual([]);
  });
}
