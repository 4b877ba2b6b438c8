import { expect, test } from "@jest/globals";
import { aReminder, at } from "../a-reminder.ts";
import { aWorld, type Death, mortal, type World } from "../a-world.ts";
import { aLife, eventOf } from "../an-inbox.ts";

const LEASES_ARE_OVER_MS = 15_000;
const DEADLINE_MS = 5_000;

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error("It did not come to pass in time");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const due = aReminder();
const told = ({ publisher }: World) => publisher.published.map(({ event }) => event);

/** A reminder is shown and read, in a process that may be killed on the way. True when it was. */
async function firstLife(world: World, death: Death): Promise<boolean> {
  const reach = mortal(world, death);
  const life = aLife(reach);
  let done = false;
  const work = async (): Promise<void> => {
    await life.show([eventOf(due)]);
    await life.markRead("ada", due.occurrence_id);
    await life.outbox.idle();
    done = true;
  };
  // What a dead process would still answer is of no interest, only that it is dead.
  void work().catch(() => undefined);
  await until(() => done || reach.isDead());
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
  await until(() => new Set(told(world).map(({ type }) => type)).size === 2);
  await life.outbox.close();
  return (await life.read("ada", { limit: 10 })).items.map(({ id }) => id);
}

const LAST_DEATH = 8;
const deaths = (["before", "after"] as const).flatMap((when) =>
  Array.from({ length: LAST_DEATH }, (_, n) => ({ nth: n + 1, when })),
);

test.each(deaths)(
  "killed $when its transaction no. $nth, it is shown once, and told as one event of each kind",
  async (death) => {
    const world = aWorld();
    await firstLife(world, death);
    expect(await secondLife(world)).toEqual([due.occurrence_id]);
    expect(new Set(told(world).map(({ id }) => id)).size).toBe(2);
  },
);

test("no life of one notification has more transactions than those it is killed at above", async () => {
  expect(await firstLife(aWorld(), { nth: LAST_DEATH + 1, when: "before" })).toBe(false);
});
