import { setTimeout as wait } from "node:timers/promises";
import type { Mesh } from "@todo-mesh/mesh";
import { type Crowd, gather } from "./crowd.ts";
import { cpuOf, cpuPer } from "./processes.ts";
import { firstDue, promiseAll, seenLateness, shownInAll, untilShown, warmUp } from "./reminders.ts";
import { type Tally, tally } from "./tally.ts";
import { tell } from "./tell.ts";

const CONNECTIONS = 32;
const WATCHED = 5;
// An inbox keeps 500; some of them are left from the warm-up.
const MOST_EACH = 250;

export interface Rung extends Tally {
  readonly people: number;
  readonly watched: number;
  /** From due to seen on a live stream, of those who watch. */
  readonly seenLateness: readonly number[];
  /** Processor time per reminder, in milliseconds, from the first due time until all were shown. */
  readonly cpu: Readonly<Record<string, number>>;
}

/** Sets a reminder for each of `offsets` (milliseconds after a moment that is chosen here) and tells what became of them. */
export async function ring(mesh: Mesh, offsets: readonly number[]): Promise<Rung> {
  const people = Math.max(50, Math.ceil(offsets.length / MOST_EACH));
  const crowd = await gather(mesh, { people, connections: CONNECTIONS });
  try {
    return await ringFor(mesh, crowd, offsets);
  } finally {
    crowd.close();
  }
}

async function ringFor(mesh: Mesh, crowd: Crowd, offsets: readonly number[]): Promise<Rung> {
  const perSecond = await warmUp(crowd);
  tell(`  setting ${offsets.length} reminders, about ${Math.round(perSecond)} a second`);
  const first = firstDue(offsets.length, perSecond);
  const promised = await promiseAll(
    crowd,
    offsets.map((offset) => first + offset),
  );
  const watchers = crowd.people.slice(0, WATCHED);
  const streams = await Promise.all(watchers.map(async (person) => person.watch()));
  await wait(first - Date.now());

  tell("  they are due");
  const before = cpuOf(mesh);
  await wait(offsets.at(-1));
  await untilShown(crowd, promised);
  const cpu = cpuPer(offsets.length, before, cpuOf(mesh));
  const shown = await shownInAll(crowd);
  for (const stream of streams) stream.close();
  return {
    ...tally(promised, shown),
    seenLateness: seenLateness(streams, promised),
    people: crowd.people.length,
    watched: watchers.length,
    cpu,
  };
}
