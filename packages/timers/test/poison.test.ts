import { expect, test } from "@jest/globals";
import { createMetrics } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { aWorld, MINUTE, SECOND } from "./a-world.ts";

function aPoisonedWorld(refuses: (data: string) => boolean) {
  const world = aWorld();
  const tried: string[][] = [];
  const bells = world.aProcess({
    fire: async (tx, due) => {
      tried.push(due.map(({ data }) => data));
      if (due.some(({ data }) => refuses(data))) throw new Error("cannot digest this");
      await world.fire(tx, due);
    },
  });
  return { ...world, bells, tried };
}

const names = Array.from({ length: 100 }, (_, n) => `t${n}`);

test("a poison timer fails alone, after few tries, and the others of its batch go through", async () => {
  const { clock, from, bells, tried, fired } = aPoisonedWorld((data) => data === "t41");
  await bells.setAll(names.map((name) => ({ name, at: from(SECOND), data: name })));
  clock.advance(5 * SECOND);
  await bells.sweep();
  expect(fired()).toEqual(names.filter((name) => name !== "t41"));
  expect(tried.length).toBeLessThan(20);
  expect(bells.log.lines).toMatchObject([{ fields: { timer: "t41" } }]);
});

test("a poison timer is tried again alone, ever more rarely, and fires once it is cured", async () => {
  let cured = false;
  const { clock, from, bells, tried, fired } = aPoisonedWorld((data) => data === "t1" && !cured);
  await bells.setAll(names.slice(0, 2).map((name) => ({ name, at: from(SECOND), data: name })));
  clock.advance(5 * SECOND);
  await bells.sweep();
  tried.length = 0;
  for (let second = 0; second < 15; second += 1) {
    clock.advance(SECOND);
    await bells.ringDue();
  }
  // 1, 2, 4 and 8 seconds apart.
  expect(tried).toEqual([["t1"], ["t1"], ["t1"], ["t1"]]);
  cured = true;
  clock.advance(MINUTE);
  await bells.ringDue();
  expect(fired()).toEqual(["t0", "t1"]);
});

test("a timer that was poison before is no company for others: they go through in one try", async () => {
  const { clock, from, bells, tried } = aPoisonedWorld((data) => data === "bad");
  await bells.setAt("bad", from(SECOND));
  clock.advance(2 * SECOND);
  await bells.sweep();
  await bells.setAll(names.map((name) => ({ name, at: from(2 * SECOND), data: name })));
  clock.advance(5 * SECOND);
  tried.length = 0;
  await bells.sweep();
  expect(tried.toSorted((a, b) => a.length - b.length)).toEqual([["bad"], names]);
});

test("a row that is not of the shape expected fails alone", async () => {
  const { clock, store, from, bells, fired } = aPoisonedWorld(() => false);
  await bells.setAll(names.slice(0, 3).map((name) => ({ name, at: from(SECOND), data: name })));
  const broken = store.rows().get("timer:bells:t1")?.value;
  await store.transact([{ put: "timer:bells:t1", value: { ...Object(broken), data: 7 } }]);
  clock.advance(5 * SECOND);
  await bells.sweep();
  expect(fired()).toEqual(["t0", "t2"]);
});

test("while the store is away nothing is tried alone, and all fires when it is back", async () => {
  const { clock, store, jobs, from, bells, tried, fired } = aPoisonedWorld(() => false);
  await bells.setAll(names.map((name) => ({ name, at: from(SECOND), data: name })));
  clock.advance(2 * SECOND);
  store.setAway(true);
  await Promise.all(
    jobs.due().map(({ name }) => expect(bells.ring(name)).rejects.toThrow("did not answer")),
  );
  store.setAway(false);
  await bells.sweep();
  expect(fired()).toEqual(names);
  expect(tried).toEqual([names]);
});

test("one timer whose effect is unavailable does not hold up the others", async () => {
  const { clock, from, aProcess, fire, fired } = aWorld();
  const bells = aProcess({
    fire: async (tx, due) => {
      if (due.some(({ data }) => data === "t7")) throw new AppError("unavailable", "Not now");
      await fire(tx, due);
    },
  });
  await bells.setAll(names.map((name) => ({ name, at: from(SECOND), data: name })));
  clock.advance(5 * SECOND);
  await bells.sweep();
  expect(fired()).toEqual(names.filter((name) => name !== "t7"));
});

test("what fired, how late and who noticed is counted", async () => {
  const { clock, jobs, from, aProcess } = aWorld();
  const metrics = createMetrics({ service: "bells" });
  aProcess({ metrics, name: "whistles" });
  const bells = aProcess({ metrics });
  await bells.setAt("by-job", from(SECOND));
  clock.advance(2 * SECOND);
  await bells.ringDue();
  jobs.setAway(true);
  await bells.setAt("by-sweeper", from(5 * SECOND));
  clock.set(from(9 * SECOND));
  await bells.sweep();
  const text = await metrics.registry.metrics();
  const figure = (start: string) => text.split("\n").filter((line) => line.startsWith(start));
  expect(figure("timer_lateness_seconds_sum").map((line) => line.split(" ")[1])).toEqual([
    "1",
    "4",
  ]);
  expect(
    figure("timer_outcomes_total").map((line) =>
      line.replace(/^.*?source="(\w+)",outcome="(\w+)".*\} /, "$1 $2 "),
    ),
  ).toEqual(["job fired 1", "sweeper fired 1"]);
  expect(figure("timer_jobs_unscheduled_total")[0]).toMatch(/ 1$/);
});
