import { expect, test } from "@jest/globals";
import {
  type Death,
  deathsWithin,
  diesAtWork,
  inMemoryJobs,
  until,
} from "@todo-mesh/ports/testing";
import { aReminder, at } from "../a-reminder.ts";
import { aWorld, type World } from "../a-world.ts";
import { aLife, eventOf } from "../an-inbox.ts";

const LEASES_ARE_OVER_MS = 15_000;

const due = aReminder();
const told = ({ publisher }: World) => publisher.published.map(({ event }) => event);

/** A reminder is shown and read, in a process that may be killed on the way. True when it was. */
function firstLife(world: World, death: Death): Promise<boolean> {
  return diesAtWork(death, { ...world, jobs: inMemoryJobs(world.clock) }, (ports) => {
    const life = aLife({ ...world, ...ports });
    return {
      async work() {
        await life.show([eventOf(due)]);
        await life.markRead("ada", due.occurrence_id);
        await life.outbox.idle();
      },
      close: () => life.outbox.close(),
    };
  });
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

test.each(deathsWithin(LAST_DEATH))(
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
