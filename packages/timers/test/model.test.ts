import { expect, test } from "@jest/globals";
import { crashingPorts, inMemoryPublisher } from "@todo-mesh/ports/testing";
import * as fc from "fast-check";
import { aWorld, MINUTE, SECOND, skewed } from "./a-world.ts";
import { paperModel } from "./model.ts";
import { type Change, Turn, type Visit } from "./turns.ts";

/** Two processes on one store and scheduler, beside the model; the second one's clock may lag. */
function aPlay(lagMs: number) {
  const world = aWorld();
  const model = paperModel(world.effects);
  const start = (n: number) => {
    const view = crashingPorts({ ...world, publisher: inMemoryPublisher() });
    const clock = skewed(world.clock, n === 1 ? -lagMs : 0);
    return { ...view, ...world.aProcess({ store: view.store, jobs: view.jobs, clock }) };
  };
  const processes = [start(0), start(1)];
  const known = new Set<string>();
  return {
    ...world,
    model,
    asked: { times: 0 },
    process: (n: number) => processes[n] ?? start(n),
    check: () => model.check(known),
    replaceTheDead: () =>
      processes.forEach((process, n) => {
        if (process.isDead()) processes[n] = start(n);
      }),
  };
}
type Play = ReturnType<typeof aPlay>;

async function change(play: Play, { who, name, delayMs, group }: Change): Promise<void> {
  play.asked.times += 1;
  const at = new Date(play.clock.now().getTime() + (delayMs ?? 0));
  const timer = delayMs === null ? undefined : { name, id: `${name}-${play.asked.times}`, at };
  if (timer) play.model.ask(timer);
  const process = play.process(who);
  const asking = timer ? process.setAt(name, at, timer.id, group) : process.cancelNow(name);
  const acknowledged = await asking.then(
    () => true,
    () => false,
  );
  if (acknowledged || (await cameAbout(play, name, timer?.id))) play.model.replace(name, timer);
}

// Whoever hears no answer does not know; the test looks.
async function cameAbout(play: Play, name: string, id: string | undefined): Promise<boolean> {
  play.store.setAway(false);
  const [row] = await play.aProcess().look([name]);
  return row?.data === id || (id !== undefined && play.fired().includes(id));
}

async function visit(play: Play, { who, what }: Visit): Promise<void> {
  const process = play.process(who);
  if (what === "ring") return process.ringDue();
  await (what === "sweep" ? process.sweep() : process.tend()).catch(() => undefined);
}

async function take(play: Play, { waitMs, away, doom, changes, visits }: Turn): Promise<void> {
  play.clock.advance(waitMs);
  play.store.setAway(away === "store");
  play.jobs.setAway(away === "scheduler");
  if (away === "scheduler's data") play.jobs.wipe();
  for (const n of [0, 1]) play.process(n).falter(away === "half of an answer");
  if (doom) play.process(doom.who).crash(doom.crash);
  await Promise.all([
    ...changes.map((each) => change(play, each)),
    ...visits.map((each) => visit(play, each)),
  ]);
  play.check();
  play.replaceTheDead();
}

async function calmDown(play: Play): Promise<void> {
  play.store.setAway(false);
  play.clock.set(new Date(Math.max(play.clock.now().getTime(), play.model.end()) + MINUTE));
  const survivor = play.aProcess();
  for (let round = 0; round < 4; round += 1) {
    await survivor.sweep();
    play.check();
    play.clock.advance(2 * MINUTE);
  }
}

test("whatever happens, each timer not cancelled or changed fires once, none early, and nothing is left", async () => {
  const plays = fc.asyncProperty(
    fc.array(Turn, { minLength: 1, maxLength: 12 }),
    fc.constantFrom(0, 90 * SECOND),
    async (turns, lagMs) => {
      const play = aPlay(lagMs);
      for (const turn of turns) await take(play, turn);
      await calmDown(play);
      expect([...play.model.standing]).toEqual([]);
      expect(play.leftovers()).toEqual([]);
    },
  );
  await fc.assert(plays, { numRuns: 40 });
}, 120_000);
