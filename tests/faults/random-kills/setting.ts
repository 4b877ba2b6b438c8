import { randomUUID } from "node:crypto";
import { Task } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { dueAtOf, dueIn, type Person, person } from "../../support/person.ts";

const OF_A_PERSON = 60;
const [AHEAD_MS, SPREAD_MS] = [5_000, 15_000];
const WITHIN_MS = 90_000;

/** A reminder that chat-api has said it keeps. */
export interface Acknowledged {
  readonly who: Person;
  readonly taskId: string;
  readonly dueMs: number;
  readonly acknowledgedMs: number;
  /** It was kept only after it was due, and so is `missed`, as its owner is told, and does not ring. */
  readonly isSetTooLate: boolean;
}

/** Sets so many reminders, evenly, each asked for again under its key until it is acknowledged. */
export async function setReminders(mesh: Mesh, count: number, aSecond: number) {
  const people = await Promise.all(
    Array.from({ length: Math.ceil(count / OF_A_PERSON) }, (_, n) => bothDoors(mesh, n)),
  );
  const begin = Date.now();
  const asked = Array.from({ length: count }, async (_, n) => {
    await pass(begin + (n * 1_000) / aSecond - Date.now());
    const doors = people[n % people.length] ?? [];
    return setOne(doors, {
      title: `reminder ${n}`,
      due: dueIn(AHEAD_MS + ((n * 617) % SPREAD_MS)),
    });
  });
  return Promise.all(asked);
}

const bothDoors = (mesh: Mesh, n: number): Promise<Person[]> =>
  Promise.all([0, 1].map(async (replica) => person(mesh, `random-${n}`, replica)));

async function setOne(
  doors: readonly Person[],
  body: { readonly title: string; readonly due: { readonly at: string } },
): Promise<Acknowledged> {
  const key = randomUUID();
  let tries = 0;
  return until(
    `${body.title} is acknowledged`,
    async () => {
      const who = doors[tries++ % doors.length];
      const answer = await who?.ask("POST", "/tasks", {
        body,
        headers: { "idempotency-key": key },
      });
      if (answer?.status !== 201) await pass(500);
      if (!who || answer?.status !== 201) return undefined;
      const task = Task.parse(answer.json);
      return {
        who,
        taskId: task.id,
        dueMs: Date.parse(dueAtOf(task)),
        acknowledgedMs: Date.now(),
        isSetTooLate: task.created_at >= dueAtOf(task),
      };
    },
    WITHIN_MS,
  );
}

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
