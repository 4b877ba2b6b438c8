import { expect, test } from "@jest/globals";
import { until } from "@todo-mesh/ports/testing";
import express from "express";
import request from "supertest";
import { atOnce, bearerAuth, busyWith, problemHandler } from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const passes = (): void => undefined;

/** A door whose answers come when a test says so. */
function aDoor() {
  const running: (() => void)[] = [];
  const app = express()
    .use(bearerAuth(async (token) => token))
    .use(atOnce({ most: 2, mostWaiting: 3 }))
    .get("/", async (_req, res) => {
      await busyWith(res, new Promise<void>((go) => void running.push(go)));
      res.json({});
    })
    .use(problemHandler(quietLogger()));
  const server = app.listen(0, "127.0.0.1");
  const reached = (count: number) => until(`${count} have run`, () => running.length >= count);
  return {
    running,
    reached,
    close: () => server.close(),
    ask: (user = "ada") =>
      request(server)
        .get("/")
        .set("authorization", `Bearer ${user}`)
        .then(({ status, headers }) => ({ status, retryAfter: headers["retry-after"] })),
    /** Asks, and leaves as soon as the request runs. */
    askAndLeave: async (user: string): Promise<void> => {
      const before = running.length;
      const asking = request(server).get("/").set("authorization", `Bearer ${user}`);
      asking.then(passes, passes);
      await reached(before + 1);
      asking.abort();
    },
  };
}

test("of one person so many run at once, some more wait in their own line, and any beyond are told", async () => {
  const { running, reached, ask, close } = aDoor();
  const six = Array.from({ length: 6 }, () => ask());
  expect(await Promise.race(six)).toEqual({ status: 429, retryAfter: "1" });
  expect(running).toHaveLength(2);
  const bobs = ask("bob");
  for (let done = 0; done < 6; done += 1) {
    await reached(done + 1);
    running[done]?.();
  }
  expect((await bobs).status).toBe(200);
  expect((await Promise.all(six)).filter(({ status }) => status === 200)).toHaveLength(5);
  close();
});

test("who leaves keeps their place until their work is done", async () => {
  const { running, reached, ask, askAndLeave, close } = aDoor();
  await askAndLeave("ada");
  await askAndLeave("ada");
  const third = ask("ada");
  const bobs = ask("bob");
  await reached(3);
  running[2]?.();
  expect((await bobs).status).toBe(200);
  expect(running).toHaveLength(3);
  running[0]?.();
  await reached(4);
  running[3]?.();
  expect((await third).status).toBe(200);
  running[1]?.();
  close();
});
