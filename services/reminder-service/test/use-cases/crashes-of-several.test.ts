import { expect, test } from "@jest/globals";
import { ReminderDue } from "@todo-mesh/contracts/events";
import { type Death, deathsWithin, diesAtWork, until } from "@todo-mesh/ports/testing";
import { nagIdOf, reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aLife } from "../a-service.ts";
import { aTask, at, TASK_ID } from "../a-task.ts";
import { aWorld, type World } from "../a-world.ts";

const task = aTask({
  due: "09:00",
  reminders: [{ minutes: -10 }, { minutes: 0 }],
  nag: { every_minutes: 10, times: 1 },
});

/** It is heard of and rings before its time, at its time, and once more. */
async function live(world: World, life: ReturnType<typeof aLife>, times: readonly string[]) {
  await life.hear(task);
  for (const time of times) {
    // The scheduler has the jobs of what was set.
    await new Promise(setImmediate);
    world.clock.set(at(time));
    await world.jobs.ringDue((job) => life.timers.ring(job.name, job.data));
  }
}

/** True when the process was killed on the way. */
function firstLife(world: World, death: Death): Promise<boolean> {
  return diesAtWork(death, world, (ports) => {
    const life = aLife({ ...world, ...ports });
    return {
      async work() {
        await live(world, life, ["08:50", "09:00", "09:10"]);
        await life.outbox.idle();
      },
      close: () => life.outbox.close(),
    };
  });
}

const told = ({ publisher }: World) =>
  publisher.published.map(({ event }) => ReminderDue.data.parse(event.data));

async function secondLife(world: World): Promise<void> {
  const life = aLife(world);
  life.outbox.start();
  for (const time of ["09:11", "09:22", "09:23", "09:34"]) {
    await live(world, life, [time]);
    await life.timers.sweep();
  }
  await until("it nags", () => told(world).some(({ nag }) => nag === 1));
  const names = [
    ...["minutes:-10", "due"].map((slot) => reminderIdOf(TASK_ID, slot)),
    nagIdOf(TASK_ID),
  ];
  expect(await life.timers.look(names)).toEqual([]);
  await life.timers.close();
  await life.outbox.close();
}

const LAST_DEATH = 14;

test.each(deathsWithin(LAST_DEATH))(
  "when a process $crash no. $nth, each of its reminders is announced as one occurrence, and repeated once for the last of them",
  async (death) => {
    const world = aWorld();
    await firstLife(world, death);
    await secondLife(world);
    const occurrences = new Map(told(world).map((said) => [said.occurrence_id, said]));
    const kinds = [...occurrences.values()].map(
      ({ due_at, nag }) => `${due_at.slice(11, 16)}${nag ? ` nag ${nag}` : ""}`,
    );
    expect(kinds.filter((kind) => !kind.includes("nag")).toSorted()).toEqual(["08:50", "09:00"]);
    expect(kinds.filter((kind) => kind.includes("nag")).length).toBe(1);
  },
);

test("no life of it has more transactions than those it is killed at above", async () => {
  expect(await firstLife(aWorld(), { nth: LAST_DEATH + 1, crash: "dies before commit" })).toBe(
    false,
  );
});
