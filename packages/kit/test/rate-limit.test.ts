import { expect, test } from "@jest/globals";
import express from "express";
import request from "supertest";
import {
  bearerAuth,
  charge,
  createBudget,
  problemHandler,
  type Rate,
  rateLimit,
} from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

/** A door that lets in everyone by name, and a clock that is set by hand. */
function limited(options: Rate) {
  let nowMs = Date.parse("2026-11-22T08:00:00Z");
  const budget = createBudget({ ...options, clock: { now: () => new Date(nowMs) } });
  const app = express()
    .use(bearerAuth(async (token) => token))
    .use(
      rateLimit(budget),
      charge(budget, ({ query }) => Number(query["cost"] ?? 1)),
    )
    .get("/", (_req, res) => res.json({}))
    .use(problemHandler(quietLogger()));
  return {
    pass: (ms: number) => void (nowMs += ms),
    ask: (user = "ada", cost = 1) =>
      request(app).get(`/?cost=${cost}`).set("authorization", `Bearer ${user}`),
  };
}

test("a burst is let through, what is beyond it is told when to come again", async () => {
  const { ask } = limited({ perMinute: 20, burst: 2 });
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const res = await ask();
  expect(res.status).toBe(429);
  expect(res.headers["retry-after"]).toBe("3");
  expect(res.body.detail).toContain("try again in 3 s");
});

test("whoever waits as long as told is let in, once", async () => {
  const { ask, pass } = limited({ perMinute: 20, burst: 1 });
  await ask();
  pass(2_999);
  expect((await ask()).status).toBe(429);
  pass(1);
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(429);
});

test("a long rest gives no more than one burst, and a clock set back gives nothing", async () => {
  const { ask, pass } = limited({ perMinute: 60, burst: 2 });
  await ask();
  pass(86_400_000);
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([
    200, 200, 429,
  ]);
  pass(-86_400_000);
  expect((await ask()).status).toBe(429);
});

test("one person's haste is not another's trouble", async () => {
  const { ask } = limited({ perMinute: 1, burst: 1 });
  await ask("ada");
  expect((await ask("ada")).status).toBe(429);
  expect((await ask("bob")).status).toBe(200);
});

test("what costs more is let in once, and then made up for", async () => {
  const { ask, pass } = limited({ perMinute: 60, burst: 10 });
  expect((await ask("ada", 13)).status).toBe(200);
  const res = await ask();
  expect(res.status).toBe(429);
  expect(res.headers["retry-after"]).toBe("4");
  pass(4_000);
  expect((await ask()).status).toBe(200);
  expect((await ask("bob", 5)).status).toBe(200);
});

test("a long answer is paid for once it is sent", async () => {
  const clock = { now: () => new Date(0) };
  const budget = createBudget({ perMinute: 60, burst: 10, clock });
  const app = express()
    .use(bearerAuth(async (token) => token))
    .use(
      charge(
        budget,
        () => 1,
        (bytes) => bytes / 1_000,
      ),
    )
    .get("/", (_req, res) => res.json("x".repeat(8_998)));
  await request(app).get("/").set("authorization", "Bearer ada").expect(200);
  expect(budget.waitMs("ada", 10)).toBe(9_000);
});

test("debts end: nobody is locked out for longer than two bursts take", async () => {
  const { ask, pass } = limited({ perMinute: 60, burst: 10 });
  await ask("ada", 1_000_000);
  pass(20_000);
  expect((await ask()).status).toBe(200);
});

test("a refusal takes a second to be told, so that whoever asks on and on does so once a second", async () => {
  const { ask } = limited({ perMinute: 1, burst: 1 });
  await ask();
  const began = performance.now();
  expect((await ask()).status).toBe(429);
  expect(performance.now() - began).toBeGreaterThan(900);
});

test("whoever wants to leave something for others waits for so much, but for no more than there can be", () => {
  let nowMs = 0;
  const clock = { now: () => new Date(nowMs) };
  const budget = createBudget({ perMinute: 60, burst: 10, clock });
  budget.spend("ada", 8);
  expect([budget.waitMs("ada"), budget.waitMs("ada", 5)]).toEqual([0, 3_000]);
  expect(budget.waitMs("ada", 1_000)).toBe(8_000);
  nowMs += 8_000;
  expect(budget.waitMs("ada", 1_000)).toBe(0);
});

test("a burst is spent at its pace: what is asked faster waits in its person's line, and nobody else does", async () => {
  const { ask } = limited({ perMinute: 6_000, burst: 1_000, perSecond: 100 });
  const began = performance.now();
  const took: [string, number][] = [];
  const asked = async (user: string): Promise<void> => {
    expect((await ask(user, 50)).status).toBe(200);
    took.push([user, performance.now() - began]);
  };
  await asked("ada");
  await Promise.all([asked("ada"), asked("ada"), asked("bob")]);
  expect(took.map(([user]) => user)).toEqual(["ada", "bob", "ada", "ada"]);
  const [, , second = 0, third = 0] = took.map(([, ms]) => ms);
  expect([second > 240, third > 740]).toEqual([true, true]);
});

test("nobody waits longer for their pace than a burst takes", () => {
  let nowMs = 0;
  const budget = createBudget({
    perMinute: 6_000,
    burst: 1_000,
    perSecond: 100,
    clock: { now: () => new Date(nowMs) },
  });
  budget.spend("ada", 100);
  expect(budget.aheadMs("ada")).toBe(750);
  nowMs += 500;
  expect([budget.aheadMs("ada"), budget.aheadMs("bob")]).toEqual([250, 0]);
  budget.spend("ada", 1_000_000);
  expect(budget.aheadMs("ada")).toBe(9_750);
});
