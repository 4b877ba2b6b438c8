import { expect, test } from "@jest/globals";
import { type ChangeEntry, Export, type Task, TaskOccurrencePage } from "@todo-mesh/contracts";
import { type CloudEvent, TaskCreated } from "@todo-mesh/contracts/events";
import { assert, asyncModelRun, asyncProperty, integer } from "fast-check";
import { aChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";
import { anything } from "./model/commands.ts";
import { type Plain, plainList } from "./model/plain-list.ts";
import { replay } from "./model/replay.ts";
import { aWorld } from "./model/world.ts";

// Multiples of a number modulo a prime: any order, told by one number.
const PRIME = 1_009;
const anyOrder = integer({ min: 1, max: PRIME - 1 });

test("whatever is done, in any order, through crashes and restarts: list, journal and events say the same", async () => {
  await assert(
    asyncProperty(anything, anyOrder, async (steps, factor) => {
      const placeOf = (n: number): number => ((n + 1) * factor) % PRIME;
      const world = aWorld(await aChatApi());
      const model = plainList();
      await asyncModelRun(() => ({ model, real: world }), steps);
      await world.restart();

      const kept = Export.parse((await world.api().as("get", "/export").expect(200)).body);
      expect(kept.tasks.map(plainOf)).toEqual([...model.tasks.values()].map(bare));
      await expectAllKept(world, kept.tasks);
      expect([...replay(ADA, kept.changes).values()]).toEqual(
        kept.tasks.map((task) => ({ ...task })),
      );
      expectNoGaps(kept.changes);
      const events = await world.events();
      expect(new Set(events.map(({ id }) => id))).toEqual(
        new Set(kept.changes.map(({ id }) => id)),
      );
      const heard = events.toSorted(
        (one, other) => placeOf(events.indexOf(one)) - placeOf(events.indexOf(other)),
      );
      expect([...pictureOf(heard).values()].toSorted(byId)).toEqual(kept.tasks);
    }),
    { numRuns: 60 },
  );
}, 300_000);

/** As far as a task tells it: one that does not come again has no hour. */
const bare = ({ hour, daily, ...task }: Plain): Plain => ({
  ...task,
  daily,
  ...(daily && hour !== undefined && { hour }),
});

const NOTHING = { done: 0, skipped: 0, moved: 0 };

function plainOf({ id, title, status, version, repeat, due, deleted_at, ...task }: Task): Plain {
  const { done, skipped, moved } = task.occurrences ?? NOTHING;
  return {
    id,
    title,
    status,
    version,
    daily: repeat !== undefined,
    trashed: deleted_at !== undefined,
    became: { done, skipped, moved },
    ...timesOf(due),
    ...(repeat && { hour: Number(repeat.start.slice(11, 13)) }),
  };
}

function timesOf(due: Task["due"]): Pick<Plain, "dueMs" | "ruleMs"> {
  if (!due || !("at" in due)) return {};
  const dueMs = Date.parse(due.at);
  return { dueMs, ruleMs: due.occurrence ? Date.parse(due.occurrence.at) : dueMs };
}

/** What became of each date is told once, as often as the task says, in the order in which it was said. */
async function expectAllKept(world: ReturnType<typeof aWorld>, tasks: readonly Task[]) {
  for (const { id, occurrences, deleted_at } of tasks) {
    if (deleted_at !== undefined) continue;
    const path = `/tasks/${id}/occurrences?limit=200`;
    const { items } = TaskOccurrencePage.parse((await world.api().as("get", path)).body);
    const { done, skipped, moved } = occurrences ?? NOTHING;
    const count = (state: string) => items.filter((each) => each.state === state).length;
    expect([count("done"), count("skipped"), count("moved")]).toEqual([done, skipped, moved]);
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(items.slice(0, 5).toReversed()).toEqual(occurrences?.recent ?? []);
  }
}

function expectNoGaps(changes: readonly ChangeEntry[]): void {
  for (const [, own] of Map.groupBy(changes, ({ task_id }) => task_id))
    expect(own.map(({ version }) => version)).toEqual(own.map((_change, at) => at + 1));
}

/** What a consumer makes of the events, in whatever order it hears them. */
function pictureOf(events: readonly CloudEvent[]): Map<string, Task> {
  const tasks = new Map<string, Task>();
  for (const { data } of events) {
    const { task } = TaskCreated.data.parse(data);
    if (task.version > (tasks.get(task.id)?.version ?? 0)) tasks.set(task.id, task);
  }
  return tasks;
}

const byId = (one: Task, other: Task): number => (one.id < other.id ? -1 : 1);
