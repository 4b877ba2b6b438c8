import { expect, test } from "@jest/globals";
import express from "express";
import request from "supertest";
import { problemHandler } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import { operatorRouter } from "../src/inbound/operator.ts";
import { createAnnouncements } from "../src/use-cases/announcements.ts";
import { aLife } from "./a-service.ts";
import { aTask, at } from "./a-task.ts";
import { aWorld } from "./a-world.ts";

/** A life of the service with what its operator sees and does. */
function aLifeWithOperator(world: ReturnType<typeof aWorld>) {
  const announcements = createAnnouncements(world);
  const life = aLife({ ...world, isHeld: announcements.arePaused });
  const app = express()
    .use(operatorRouter({ timers: life.timers, announcements }))
    .use(problemHandler(quietLogger()));
  return { ...life, announcements, app };
}

const soon = () => new Promise(setImmediate);

test("what comes due while announcements are paused is announced afterwards, once, and marked late", async () => {
  const world = aWorld();
  const { app, ...life } = aLifeWithOperator(world);
  await life.hear(aTask({ due: "09:00" }));
  await soon();
  const paused = await request(app).post("/announcements/pause");
  expect(paused.body).toMatchObject({ paused: true });
  world.clock.set(at("09:05"));
  await world.jobs.ringDue((job) => life.timers.ring(job.name, job.data));
  await request(app).post("/timers/sweep");
  await life.outbox.idle();
  expect(world.publisher.published).toEqual([]);
  expect((await request(app).get("/timers?from=2026-11-22T09:00:00Z")).body).toMatchObject({
    buckets: [{ set: 1, due: 1, overdue: 1, stuck: 1 }],
    stuck: [{ due_at: at("09:00").toISOString() }],
  });

  const resumed = await request(app).post("/announcements/resume");
  expect(resumed.body).toEqual({ paused: false, since: at("09:05").toISOString() });
  await life.timers.sweep();
  await life.outbox.idle();
  expect(world.publisher.published.map(({ event }) => event)).toMatchObject([
    { type: "todo.reminder.due.v1", data: { late: true, due_at: at("09:00").toISOString() } },
  ]);
});

test("a pause holds for every replica and its next life, and pausing again changes nothing", async () => {
  const world = aWorld();
  const [one, other] = [aLifeWithOperator(world), aLifeWithOperator(world)];
  await request(one.app).post("/announcements/pause");
  const { since } = one.announcements.known();
  expect(await other.announcements.arePaused()).toBe(true);
  expect(await aLifeWithOperator(world).announcements.arePaused()).toBe(true);
  world.clock.set(at("09:05"));
  expect((await request(other.app).post("/announcements/pause")).body.since).toBe(since);
  expect((await request(other.app).get("/announcements")).body).toEqual({ paused: true, since });
  expect((await request(other.app).post("/announcements/resume")).body.paused).toBe(false);
  expect((await request(one.app).get("/announcements")).body.paused).toBe(false);
});

test("a store that is away leaves what was last known", async () => {
  const world = aWorld();
  const { announcements } = aLifeWithOperator(world);
  await announcements.pause();
  world.store.setAway(true);
  expect(await announcements.arePaused()).toBe(true);
  expect(await aLifeWithOperator(world).announcements.arePaused()).toBe(false);
});

test("the jobs of a scheduler that lost its data are scheduled again on demand", async () => {
  const world = aWorld();
  const { app, ...life } = aLifeWithOperator(world);
  await life.hear(aTask({ due: "09:00" }));
  world.jobs.wipe();
  expect((await request(app).post("/timers/rearm")).body).toEqual({ rearmed: true });
  expect(world.jobs.scheduled()).toHaveLength(1);
});

test.each(["minutes=0", "minutes=61", "from=soon", "all=yes"])(
  "a survey of %s is refused",
  async (query) => {
    const { app } = aLifeWithOperator(aWorld());
    expect((await request(app).get(`/timers?${query}`)).status).toBe(400);
  },
);

test("a replica that looked just before another one paused announces nothing after the pause", async () => {
  const world = aWorld();
  const [one, other] = [aLifeWithOperator(world), aLifeWithOperator(world)];
  await one.hear(aTask({ due: "09:00" }));
  await soon();
  world.clock.set(at("09:00"));
  expect(await one.announcements.arePaused()).toBe(false);
  await request(other.app).post("/announcements/pause");
  await world.jobs.ringDue((job) => one.timers.ring(job.name, job.data));
  await one.outbox.idle();
  expect(world.publisher.published).toEqual([]);
  await request(other.app).post("/announcements/resume");
  world.clock.set(at("09:01"));
  await one.timers.sweep();
  await one.outbox.idle();
  expect(world.publisher.published).toHaveLength(1);
});

test("what a replica read before it paused does not make it forget the pause", async () => {
  const world = aWorld();
  const held = Promise.withResolvers<void>();
  const look = Promise.withResolvers<void>();
  let delayed = false;
  const get: typeof world.store.get = async (key) => {
    const found = await world.store.get(key);
    if (delayed) return found;
    delayed = true;
    look.resolve();
    await held.promise;
    return found;
  };
  const announcements = createAnnouncements({ ...world, store: { ...world.store, get } });
  const reading = announcements.read();
  await look.promise;
  await announcements.pause();
  held.resolve();
  await reading;
  expect(announcements.known().paused).toBe(true);
});
