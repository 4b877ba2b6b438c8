import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { dueAtOf, person } from "./person.ts";

const PEOPLE = 12;
const EACH = 10;
const AHEAD_MS = 15_000;
const WITHIN_A_STEP_MS = 50;

export interface Burst {
  readonly shown: number;
  readonly times: number;
  readonly early: number;
}
/** When each was shown once, and none before its time. */
export const ONCE_EACH: Burst = { shown: PEOPLE * EACH, times: PEOPLE * EACH, early: 0 };

/**
 * Sets reminders of many people for one moment, so that they share a job, lets something happen meanwhile, and answers
 * how many of them were shown, how often in all, and how many too early. Throws when they are late.
 * People are called by `name`.
 */
export async function aBurst(
  mesh: Mesh,
  { name, mayBeLateMs }: { readonly name: string; readonly mayBeLateMs: number },
  meanwhile: (dueMs: number) => Promise<void> = async () => undefined,
): Promise<Burst> {
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) => person(mesh, `${name}-${n}`)),
  );
  const dueMs = Math.ceil(Date.now() / 1_000) * 1_000 + AHEAD_MS + WITHIN_A_STEP_MS;
  const dues = new Map<string, number>();
  await Promise.all(
    people.map(async (each) => {
      for (let n = 0; n < EACH; n += 1) {
        const task = await each.addTask(`burst ${n}`, dueMs - Date.now());
        dues.set(task.id, Date.parse(dueAtOf(task)));
      }
    }),
  );
  // What was set later than that would have a job of its own.
  if (Date.now() > dueMs - 6_000) throw new Error("Setting the reminders took too long");
  await meanwhile(dueMs);
  const shown = await until(
    "all are in the inboxes",
    async () => {
      const inboxes = await Promise.all(people.map(async (each) => each.inbox()));
      return inboxes.every((inbox) => inbox.length >= EACH) && inboxes.flat();
    },
    Math.max(0, dueMs - Date.now()) + mayBeLateMs,
  );
  const early = shown.filter(
    ({ task_id, created_at }) => Date.parse(created_at) < (dues.get(task_id) ?? Infinity),
  );
  const shownOnes = new Set(shown.map(({ task_id }) => task_id));
  return { shown: shownOnes.size, times: shown.length, early: early.length };
}
