import { expect, test } from "@jest/globals";
import type { Reminder, ReminderQuery } from "@todo-mesh/contracts";
import * as fc from "fast-check";
import { aService } from "../a-service.ts";
import { aSeries } from "../a-series.ts";
import { aTask, at, dueAt, TASK_ID } from "../a-task.ts";

const MINUTE_MS = 60_000;
const minutes = (n: number): Date => new Date(at("08:00").getTime() + n * MINUTE_MS);
const idOf = (n: number): string => TASK_ID.replace(/.{4}$/, String(n).padStart(4, "0"));

const Facts = fc.record({
  due: fc.integer({ min: 1, max: 600 }),
  before: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
  repeats: fc.constantFrom(false, false, false, true),
});
type Facts = typeof Facts extends fc.Arbitrary<infer Value> ? Value : never;

const taskOf = ({ due, before, repeats }: Facts, n: number) => {
  const facts = { id: idOf(n), reminders: before.map((each) => ({ minutes: -each })) };
  return repeats ? aSeries(facts) : aTask({ ...facts, due: dueAt(minutes(due)) });
};

async function pagesOf(
  { list }: ReturnType<typeof aService>,
  asked: Pick<ReminderQuery, "state" | "limit">,
): Promise<Reminder[]> {
  const items: Reminder[] = [];
  let cursor: string | undefined;
  do {
    const page = await list("ada", { ...asked, timezone: "UTC", cursor });
    expect(page.items.length).toBeLessThanOrEqual(asked.limit);
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== undefined);
  return items;
}

const keyOf = ({ id, due_at }: Reminder): string => `${due_at} ${id}`;
const isPending = ({ state }: Reminder): boolean => state === "planned";

test("the pages of every view have what all ledgers have, each once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(Facts, { maxLength: 130 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 620 }),
      async (facts, limit, now) => {
        const service = aService();
        const tasks = facts.map(taskOf);
        await service.hear(...tasks);
        service.clock.set(minutes(now));
        while ((await service.ringAll(minutes(now).toISOString().slice(11, 16))) > 0);
        const each = await Promise.all(
          tasks.map(({ id }) =>
            service.list("ada", { limit: 200, state: "all", timezone: "UTC", task_id: id }),
          ),
        );
        const all = each.flatMap(({ items }) => items).toSorted(byKey);
        expect(await pagesOf(service, { limit, state: "all" })).toEqual(all);
        expect(await pagesOf(service, { limit, state: "pending" })).toEqual(all.filter(isPending));
        expect(await pagesOf(service, { limit, state: "past" })).toEqual(
          all.filter((reminder) => !isPending(reminder)).toReversed(),
        );
      },
    ),
    { numRuns: 25 },
  );
});

const byKey = (one: Reminder, other: Reminder): number => (keyOf(one) < keyOf(other) ? -1 : 1);

test("a page of what is to come reads few of many ledgers", async () => {
  const service = aService();
  const facts = Array.from({ length: 1_000 }, (_, n) => ({ due: n + 1, before: [0] }));
  await service.hear(...facts.map((one, n) => taskOf({ ...one, repeats: false }, n)));
  const read: string[] = [];
  const { getMany } = service.store;
  Object.assign(service.store, {
    getMany: async (keys: readonly string[]) => {
      read.push(...keys.filter((key) => key.startsWith("ledger")));
      return getMany(keys);
    },
  });
  const { items } = await service.list("ada", { limit: 50, state: "pending", timezone: "UTC" });
  expect(items).toHaveLength(50);
  expect(read).toHaveLength(100);
});
