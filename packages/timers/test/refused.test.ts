import { expect, test } from "@jest/globals";
import { AppError, type Job } from "@todo-mesh/ports";
import { aWorld, HOUR, MINUTE, SECOND } from "./a-world.ts";

const idle = () => new Promise(setImmediate);

/** A process whose scheduler is away until it is told to come back. */
async function aProcessAlone() {
  const world = aWorld();
  // It lost nothing.
  await world.jobs.schedule({ name: "bells.sentinel", at: world.from(1_000 * HOUR), data: {} });
  let away = true;
  const asked: string[] = [];
  const schedule = async (job: Job): Promise<void> => {
    asked.push(job.name);
    if (away) throw new AppError("unavailable", "The scheduler is away");
    return world.jobs.schedule(job);
  };
  const has = async (name: string): Promise<boolean> => world.jobs.has(name);
  const bells = world.aProcess({ jobs: { has, schedule } });
  return { ...world, bells, asked, comeBack: () => void (away = false) };
}

test("what was set while the scheduler was away has its job once it is back, and rings in time", async () => {
  const { bells, jobs, clock, from, fired, comeBack } = await aProcessAlone();
  await bells.setAt("tea", from(HOUR));
  await bells.setAt("eggs", from(2 * HOUR), "eggs", "ada");
  await idle();
  expect(jobs.scheduled()).toHaveLength(1);
  comeBack();
  await bells.tend();
  clock.set(from(HOUR));
  await bells.ringDue();
  expect(fired()).toEqual(["tea"]);
  clock.set(from(2 * HOUR));
  await bells.ringDue();
  expect(fired()).toEqual(["tea", "eggs"]);
});

test("as long as it is away it is asked again and again, and of a hundred jobs for few", async () => {
  const { bells, jobs, from, asked, comeBack } = await aProcessAlone();
  const names = Array.from({ length: 100 }, (_, n) => `t${n}`);
  await bells.setAll(names.map((name, n) => ({ name, at: from(n * MINUTE + HOUR), data: name })));
  await idle();
  for (let round = 0; round < 3; round += 1) {
    asked.length = 0;
    await expect(bells.tend()).rejects.toMatchObject({ kind: "unavailable" });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(20);
  }
  comeBack();
  await bells.tend();
  // The sentinel is there as well.
  expect(jobs.scheduled()).toHaveLength(101);
});

test("nobody is asked again for what was taken, nor for what has come due meanwhile", async () => {
  const { bells, clock, from, asked, comeBack } = await aProcessAlone();
  await bells.setAt("tea", from(SECOND));
  await bells.setAt("eggs", from(HOUR));
  await idle();
  comeBack();
  clock.set(from(MINUTE));
  asked.length = 0;
  await bells.tend();
  await bells.tend();
  expect(asked.filter((name) => name.includes("tea"))).toEqual([]);
  expect(asked.filter((name) => name.includes("eggs"))).toHaveLength(1);
});
