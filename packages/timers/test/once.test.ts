import { expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { atomically } from "@todo-mesh/state";
import { aWorld, MINUTE, SECOND } from "./a-world.ts";

test("a timer fires when its job rings, and its row goes with its effect", async () => {
  const { clock, from, aProcess, effects } = aWorld();
  const bells = aProcess();
  await bells.setAt("tea", from(30 * SECOND));
  clock.advance(30 * SECOND);
  await bells.ringDue();
  expect(effects()).toEqual({ tea: { times: 1, at: from(30 * SECOND).toISOString() } });
  expect(await bells.look(["tea"])).toEqual([]);
});

test("a timer fires once when its job and the sweeper race", async () => {
  const { clock, from, aProcess, effects } = aWorld();
  const [one, other] = [aProcess(), aProcess()];
  await one.setAt("tea", from(30 * SECOND));
  clock.advance(40 * SECOND);
  await Promise.all([one.ringDue(), one.sweep(), other.ringDue(), other.sweep()]);
  expect(effects()).toMatchObject({ tea: { times: 1 } });
});

test("a timer fires once when its job rings twice, at once and again later", async () => {
  const { clock, jobs, from, aProcess, effects } = aWorld();
  const bells = aProcess();
  await bells.setAt("tea", from(SECOND));
  clock.advance(2 * SECOND);
  const [job] = jobs.due();
  await Promise.all([bells.ring(job?.name ?? ""), bells.ring(job?.name ?? "")]);
  await bells.ring(job?.name ?? "");
  expect(effects()).toMatchObject({ tea: { times: 1 } });
});

test("the job and the sweeper of one process share one attempt", async () => {
  const { clock, from, fire, aProcess } = aWorld();
  let attempts = 0;
  const bells = aProcess({
    fire: async (tx, due) => {
      attempts += 1;
      await fire(tx, due);
    },
  });
  await bells.setAt("tea", from(SECOND));
  await bells.sweep();
  clock.advance(3 * SECOND);
  await Promise.all([bells.ringDue(), bells.sweep(), bells.ringDue()]);
  expect(attempts).toBe(1);
});

test("a timer fires once when two processes get its job at the same moment", async () => {
  const { clock, jobs, from, aProcess, effects } = aWorld();
  const [one, other] = [aProcess(), aProcess()];
  await one.setAt("tea", from(SECOND));
  clock.advance(2 * SECOND);
  const [job] = jobs.due();
  await Promise.all([one.ring(job?.name ?? ""), other.ring(job?.name ?? "")]);
  expect(effects()).toMatchObject({ tea: { times: 1 } });
});

test("a changed timer fires at its new time only; the job of the old generation does nothing", async () => {
  const { clock, jobs, from, aProcess, fired } = aWorld();
  const bells = aProcess();
  await bells.setAt("tea", from(10 * SECOND), "old");
  await bells.setAt("tea", from(MINUTE), "new");
  clock.advance(20 * SECOND);
  await bells.ringDue();
  await bells.sweep();
  expect(fired()).toEqual([]);
  expect(jobs.due()).toEqual([]);
  clock.advance(MINUTE);
  await bells.ringDue();
  expect(fired()).toEqual(["new"]);
});

test("a cancelled timer does nothing, whoever comes for it", async () => {
  const { clock, jobs, from, aProcess, fired } = aWorld();
  const bells = aProcess();
  await bells.setAt("tea", from(10 * SECOND));
  await bells.cancelNow("tea", "never-set");
  clock.advance(MINUTE);
  await bells.ringDue();
  await bells.sweep();
  expect(fired()).toEqual([]);
  expect(jobs.due()).toEqual([]);
});

test("a transaction that fails leaves no timer, no hint and no job", async () => {
  const { jobs, store, from, aProcess } = aWorld();
  const bells = aProcess();
  const failing = atomically(store, async (tx) => {
    await bells.set(tx, [{ name: "tea", at: from(SECOND), data: "tea" }]);
    throw new AppError("stale", "Someone else was first");
  });
  await expect(failing).rejects.toMatchObject({ kind: "stale" });
  expect([...store.rows().keys()]).toEqual([]);
  expect(jobs.scheduled()).toEqual([]);
});

test("of timers of one name set together, the last counts", async () => {
  const { clock, from, aProcess, fired } = aWorld();
  const bells = aProcess();
  await bells.setAll([
    { name: "tea", at: from(SECOND), data: "first" },
    { name: "tea", at: from(SECOND), data: "last" },
  ]);
  clock.advance(10 * SECOND);
  await bells.sweep();
  await bells.ringDue();
  expect(fired()).toEqual(["last"]);
});

test("firing may set a timer of the same name again", async () => {
  const { clock, from, fire, aProcess, fired } = aWorld();
  const bells = aProcess({
    fire: async (tx, due) => {
      await fire(tx, due);
      const again = due.filter(({ data }) => data === "1st");
      await bells.set(
        tx,
        again.map(({ name }) => ({ name, at: from(MINUTE), data: "2nd" })),
      );
    },
  });
  await bells.setAt("tea", from(SECOND), "1st");
  clock.advance(2 * SECOND);
  await bells.ringDue();
  expect(await bells.look(["tea"])).toEqual([{ name: "tea", at: from(MINUTE), data: "2nd" }]);
  clock.advance(MINUTE);
  await bells.ringDue();
  expect(fired()).toEqual(["1st", "2nd"]);
});

test("a timer whose time is past when it is set fires at once", async () => {
  const { from, aProcess, fired } = aWorld();
  const bells = aProcess();
  await bells.setAt("tea", from(-3 * MINUTE));
  await bells.ringDue();
  expect(fired()).toEqual(["tea"]);
});

test("a timer is never fired early: a job that comes before our clock's time is told to ring again", async () => {
  const { clock, jobs, from, aProcess, fired } = aWorld();
  const bells = aProcess();
  await bells.setAt("tea", from(10 * SECOND));
  const [job] = jobs.scheduled();
  clock.set(from(5 * SECOND));
  await expect(bells.ring(job?.name ?? "")).rejects.toMatchObject({ kind: "unavailable" });
  expect(fired()).toEqual([]);
  clock.set(from(10 * SECOND));
  await bells.ring(job?.name ?? "");
  expect(fired()).toEqual(["tea"]);
});

/** Its job rings thirty milliseconds before the time; `end` resolves when it is done with, and answers when it fired. */
async function earlyByThirty() {
  const { clock, jobs, from, aProcess, effects } = aWorld();
  const bells = aProcess();
  const due = from(10 * SECOND);
  await bells.setAt("tea", due);
  const [job] = jobs.scheduled();
  clock.set(from(10 * SECOND - 30));
  const rung = bells.ring(job?.name ?? "");
  return { clock, due: due.toISOString(), end: () => rung.then(() => effects()["tea"]?.at) };
}

test("a job that comes a few milliseconds early waits them out", async () => {
  const { clock, due, end } = await earlyByThirty();
  setTimeout(() => clock.advance(30), 20);
  expect(await end()).toBe(due);
});

test("a job that waited a millisecond too little waits on, and is not told to ring again", async () => {
  const { clock, due, end } = await earlyByThirty();
  setTimeout(() => clock.advance(29), 10);
  setTimeout(() => clock.advance(1), 80);
  expect(await end()).toBe(due);
});

test("a job that no timer is known for is answered, and said in the log", async () => {
  const bells = aWorld().aProcess();
  await bells.ring("whistles.tea.1");
  await bells.ring("bells.tea.long-gone");
  expect(bells.log.lines.map(({ fields }) => fields)).toEqual([{ job: "whistles.tea.1" }]);
});
