import { expect, test } from "@jest/globals";
import { quietLogger } from "@todo-mesh/kit/testing";
import { countingIds, until } from "@todo-mesh/ports/testing";
import { atomically } from "@todo-mesh/state";
import { z } from "zod";
import { createTimers } from "../src/index.ts";
import { aWorld, DAY, SECOND } from "./a-world.ts";

const OFTEN = { sweepEveryMs: 5, tendEveryMs: 5 };

test("once started, it sweeps and tends by itself, and goes on after a failure", async () => {
  const { clock, store, jobs, from, aProcess, fired } = aWorld();
  store.setAway(true);
  const bells = aProcess(OFTEN);
  await until("it failed twice", () => bells.log.lines.length > 1);
  store.setAway(false);
  await until("the sentinel is set", () => jobs.scheduled().length === 1);
  jobs.setAway(true);
  await bells.setAt("tea", from(SECOND));
  clock.advance(3 * SECOND);
  await until("it fires", () => fired().length === 1);
  await bells.close();
  expect(fired()).toEqual(["tea"]);
});

test("closing waits for what is being fired, takes no more jobs, and lets another process sweep at once", async () => {
  const { clock, jobs, from, fire, aProcess, fired } = aWorld();
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const bells = aProcess({
    fire: async (tx, due) => {
      begun.resolve();
      await mayEnd.promise;
      await fire(tx, due);
    },
  });
  await bells.sweep();
  await bells.setAll(["tea", "milk"].map((name, n) => ({ name, at: from(n * DAY), data: name })));
  clock.advance(SECOND);
  const ringing = bells.ringDue();
  await begun.promise;
  const closing = bells.close();
  await expect(bells.ring(jobs.scheduled()[0]?.name ?? "")).rejects.toThrow("being closed");
  mayEnd.resolve();
  await Promise.all([closing, ringing]);
  expect(fired()).toEqual(["tea"]);
  await bells.sweep();
  const next = aProcess();
  jobs.setAway(true);
  await next.setAt("coffee", from(2 * SECOND));
  clock.advance(3 * SECOND);
  await next.sweep();
  expect(fired()).toEqual(["tea", "coffee"]);
});

test("a sweep that is under way when closing begins leaves off after the thousand it is at", async () => {
  const { clock, jobs, from, fire, aProcess, fired } = aWorld();
  let closing: Promise<void> | undefined;
  const bells = aProcess({
    fire: async (tx, due) => {
      await fire(tx, due);
      closing ??= bells.close();
    },
  });
  jobs.setAway(true);
  const names = Array.from({ length: 1_500 }, (_, n) => `t${n}`);
  await bells.setAll(names.map((name) => ({ name, at: from(SECOND), data: name })));
  clock.advance(5 * SECOND);
  await expect(bells.sweep()).rejects.toThrow("no longer sweeps");
  await closing;
  expect(fired()).toHaveLength(1_000);
  await aProcess().sweep();
  expect(fired()).toHaveLength(1_500);
});

test("a job that rings before the timers are started waits for that, and then fires", async () => {
  const { clock, store, jobs, from, fire, fired } = aWorld();
  const parts = { store, jobs, clock, ids: countingIds(), log: quietLogger(), schema: z.string() };
  const bells = createTimers({ ...parts, name: "bells" });
  await atomically(store, (tx) => bells.set(tx, [{ name: "tea", at: from(SECOND), data: "tea" }]));
  await until("its job is scheduled", () => jobs.scheduled().length === 1);
  clock.advance(SECOND);
  const rung = jobs.ringDue((job) => bells.ring(job.name, job.data));
  await new Promise(setImmediate);
  expect(fired()).toEqual([]);
  bells.start(fire);
  await rung;
  expect(fired()).toEqual(["tea"]);
  await bells.close();
});

test("timers that were never started close, and whoever rang is told to come again", async () => {
  const { clock, store, jobs, from } = aWorld();
  const parts = { store, jobs, clock, ids: countingIds(), log: quietLogger(), schema: z.string() };
  const bells = createTimers({ ...parts, name: "bells" });
  await atomically(store, (tx) => bells.set(tx, [{ name: "tea", at: from(SECOND), data: "tea" }]));
  await until("its job is scheduled", () => jobs.scheduled().length === 1);
  clock.advance(SECOND);
  const [job] = jobs.due();
  const rung = bells.ring(job?.name ?? "", job?.data);
  await Promise.all([expect(rung).rejects.toMatchObject({ kind: "unavailable" }), bells.close()]);
});
