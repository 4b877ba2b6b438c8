import { setTimeout as wait } from "node:timers/promises";
import { BatchAnswer, type Notification } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { gather, type Resident } from "./crowd.ts";
import { type Promised, type Tally, tally } from "./tally.ts";

interface Greed {
  /** How many reminders the greedy one has due in the same second. */
  readonly many: number;
  /** For how long each of the others has one due each second. */
  readonly seconds: number;
  readonly others: number;
}

export interface GreedyReminders {
  /** What became of the others' reminders while nobody is greedy, and then while one is. */
  readonly quiet: Tally;
  readonly greedy: Tally;
  /** From due to shown, of those of the greedy one that are still in the inbox. */
  readonly ownLateness: readonly number[];
}

const TOGETHER = 100;
const CONNECTIONS = 16;
const GREEDY_AFTER_MS = 3_000;
const MARGIN_MS = 20_000;
// How long setting one may take: nothing that is measured here.
const SETTING_MS = 20;
const PATIENCE_MS = 120_000;
const AFTERWARDS_MS = 7_000;

/** One person has thousands of reminders due in one second, while others have one each second: how late are those? */
export async function greedyReminders(
  mesh: Mesh,
  { many = 3_000, seconds = 12, others = 10 }: Partial<Greed> = {},
): Promise<GreedyReminders> {
  const crowd = await gather(mesh, { people: others + 1, connections: CONNECTIONS });
  const [greedy, ...rest] = crowd.people;
  try {
    const quiet = await ringEachSecond(rest, seconds, Date.now() + MARGIN_MS);
    // Setting them takes a while, and is no part of this.
    const first = Math.ceil((Date.now() + many * SETTING_MS + MARGIN_MS) / 1_000) * 1_000;
    const dueMs = first + GREEDY_AFTER_MS;
    const own = await promise(
      greedy,
      Array.from({ length: many }, () => dueMs),
    );
    if (Date.now() > first - MARGIN_MS / 4) throw new Error("Setting the reminders took too long");
    const besides = await ringEachSecond(rest, seconds, first);
    const ownLateness = await untilCalm(greedy, own);
    return { quiet, greedy: besides, ownLateness };
  } finally {
    crowd.close();
  }
}

async function ringEachSecond(
  people: readonly Resident[],
  seconds: number,
  first: number,
): Promise<Tally> {
  // Each at a moment of their own within the second.
  const promised = await Promise.all(
    people.map(async (person, at) =>
      promise(
        person,
        Array.from(
          { length: seconds },
          (_, n) => first + n * 1_000 + Math.floor((at * 1_000) / people.length),
        ),
      ),
    ),
  );
  if (Date.now() > first) throw new Error("Setting the others' reminders took too long");
  await wait(first + seconds * 1_000 - Date.now());
  const shown: Notification[] = [];
  for (const [at, person] of people.entries())
    shown.push(...(await untilShown(person, promised[at] ?? [])));
  return tally(promised.flat(), shown);
}

/** Sets a reminder for each due time, a hundred with one request. */
async function promise(person: Resident, dues: readonly number[]): Promise<Promised[]> {
  const promised: Promised[] = [];
  for (let from = 0; from < dues.length; from += TOGETHER) {
    const part = dues.slice(from, from + TOGETHER);
    const operations = part.map((dueMs, n) => ({
      op: "create",
      task: { title: `reminder ${from + n}`, due: { at: new Date(dueMs).toISOString() } },
    }));
    const { results } = BatchAnswer.parse(await person.ask("POST", "/tasks/batch", { operations }));
    results.forEach((result, n) => {
      const dueMs = part[n];
      if ("task" in result && dueMs !== undefined) promised.push({ taskId: result.task.id, dueMs });
    });
  }
  if (promised.length < dues.length) throw new Error("Some reminders could not be set");
  return promised;
}

async function untilShown(
  person: Resident,
  promised: readonly Promised[],
): Promise<Notification[]> {
  const ids = new Set(promised.map(({ taskId }) => taskId));
  const theirs = async (): Promise<Notification[]> =>
    (await person.inbox()).filter(({ task_id }) => ids.has(task_id));
  await until(
    `all of ${person.user} is shown`,
    async () => (await theirs()).length >= ids.size || wait(200, false),
    PATIENCE_MS,
  ).catch(() => undefined);
  return theirs();
}

/** Waits until nothing more comes into an inbox; it keeps the last 500. */
async function untilCalm(person: Resident, promised: readonly Promised[]): Promise<number[]> {
  const newest = async (): Promise<string | undefined> => (await person.inbox())[0]?.id;
  await until(
    `the inbox of ${person.user} is calm`,
    async () => {
      const before = await newest();
      await wait(AFTERWARDS_MS);
      return before !== undefined && before === (await newest());
    },
    PATIENCE_MS,
  );
  return [...tally(promised, await person.inbox()).lateness];
}
