import { expect, test } from "@jest/globals";
import { type Death, deathsWithin, diesAtWork, until } from "@todo-mesh/ports/testing";
import { aLife } from "../a-service.ts";
import { aTask, at } from "../a-task.ts";
import { aWorld, type World } from "../a-world.ts";

const LEASES_ARE_OVER_MS = 15_000;

/** One reminder from its event to its announcement, in a process that may be killed on the way. True when it was. */
function firstLife(world: World, death: Death): Promise<boolean> {
  return diesAtWork(death, world, (ports) => {
    const life = aLife({ ...world, ...ports });
    return {
      async work() {
        await life.hear(aTask({ due: "09:00" }));
        world.clock.set(at("09:00"));
        await world.jobs.ringDue((job) => life.timers.ring(job.name, job.data));
        await life.outbox.idle();
      },
      close: () => life.outbox.close(),
    };
  });
}

/** The event comes again, the job rings again, the sweeper looks, and what the dead one left is taken over. */
async function secondLife(world: World): Promise<void> {
  world.clock.set(new Date(at("09:00").getTime() + LEASES_ARE_OVER_MS));
  const life = aLife(world);
  await life.hear(aTask({ due: "09:00" }));
  life.outbox.start();
  await world.jobs.ringDue((job) => life.timers.ring(job.name, job.data));
  await life.timers.sweep();
  await until("it is announced", () => world.publisher.published.length > 0);
  await life.timers.close();
  await life.outbox.close();
}

const idsOf = ({ publisher }: World) => new Set(publisher.published.map(({ event }) => event.id));

const LAST_DEATH = 8;

test.each(deathsWithin(LAST_DEATH))(
  "when a process $crash no. $nth, it is announced as one occurrence",
  async (death) => {
    const world = aWorld();
    await firstLife(world, death);
    await secondLife(world);
    expect(idsOf(world).size).toBe(1);
  },
);

test("no life of one reminder has more transactions than those it is killed at above", async () => {
  expect(await firstLife(aWorld(), { nth: LAST_DEATH + 1, crash: "dies before commit" })).toBe(
    false,
  );
});

test("the store's answer is lost once: the event comes again and the reminder rings once", async () => {
  const world = aWorld();
  const { transact } = world.store;
  let lost = false;
  world.store.transact = async (writes) => {
    await transact(writes);
    if (lost) return;
    lost = true;
    throw new Error("the connection broke off");
  };
  const life = aLife(world);
  await life.hear(aTask({ due: "09:00" })).catch(() => undefined);
  await life.hear(aTask({ due: "09:00" }));
  world.clock.set(at("09:00"));
  await world.jobs.ringDue((job) => life.timers.ring(job.name, job.data));
  await life.outbox.idle();
  expect(world.publisher.published).toHaveLength(1);
});

test("the broker takes the event and dies before it says so: the same occurrence is told again", async () => {
  const world = aWorld();
  const life = aLife(world);
  await life.hear(aTask({ due: "09:00" }));
  world.clock.set(at("09:00"));
  world.publisher.failNext(1);
  await world.jobs.ringDue((job) => life.timers.ring(job.name, job.data));
  await life.outbox.idle();
  expect(world.publisher.published).toHaveLength(2);
  expect(idsOf(world).size).toBe(1);
});
