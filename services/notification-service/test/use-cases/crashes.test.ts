import { expect, test } from "@jest/globals";
import { type Crash, crashingPorts, inMemoryJobs, until } from "@todo-mesh/ports/testing";
import { aReminder, at } from "../a-reminder.ts";
import { aWorld, type World } from "../a-world.ts";
import { aLife, eventOf } from "../an-inbox.ts";

const LEASES_ARE_OVER_MS = 15_000;

const due = aReminder();
const told = ({ publisher }: World) => publisher.published.map(({ event }) => event);

/** At which of its commits a process ends, and how. */
interface Death {
  readonly nth: number;
  readonly crash: Crash;
}

/** A reminder is shown and read, in a process that may be killed on the way. True when it was. */
async function firstLife(world: World, death: Death): Promise<boolean> {
  const reach = crashingPorts({ ...world, jobs: inMemoryJobs(world.clock) });
  reach.crash(death.crash, { afterCommits: death.nth - 1 });
  const life = aLife({ ...world, ...reach });
  let done = false;
  const work = async (): Promise<void> => {
    await life.show([eventOf(due)]);
    await life.markRead("ada", due.occurrence_id);
    await life.outbox.idle();
    done = true;
  };
  // What a dead process would still answer is of no interest, only that it is dead.
  void work().catch(() => undefined);
  await until("it is done, or dead", () => done || reach.isDead());
  await life.outbox.close();
  return reach.isDead();
}

/** The event comes again, the person reads again, and what the dead one left is taken over. */
async function secondLife(world: World): Promise<string[]> {
  world.clock.set(new Date(at("08:00:00").getTime() + LEASES_ARE_OVER_MS));
  const life = aLife(world);
  await life.show([eventOf(due)]);
  await life.markRead("ada", due.occurrence_id);
  life.outbox.start();
  await until("both kinds are told", () => new Set(told(world).map(({ type }) => type)).size === 2);
  await life.outbox.close();
  return (await life.read("ada", { limit: 10 })).items.map(({ id }) => id);
}

const LAST_DEATH = 8;
const DEATHS = ["dies before commit", "dies after commit"] as const;
const deaths = DEATHS.flatMap((crash) =>
  Array.from({ length: LAST_DEATH }, (_, n) => ({ nth: n + 1, crash })),
);

test.each(deaths)(
  "when a process $crash no. $nth, it is shown once, and told as one event of each kind",
  async (death) => {
    const world = aWorld();
    await firstLife(world, death);
    expect(await secondLife(world)).toEqual([due.occurrence_id]);
    expect(new Set(told(world).map(({ id }) => id)).size).toBe(2);
  },
);

test("no life of one notification has more transactions than those it is killed at above", async () => {
  expect(await firstLife(aWorld(), { nth: LAST_DEATH + 1, crash: "dies before commit" })).toBe(
    false,
  );
});
