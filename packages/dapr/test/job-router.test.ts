import { expect, test } from "@jest/globals";
import { jobRouter } from "@todo-mesh/dapr";
import { quietLogger } from "@todo-mesh/kit/testing";
import { AppError } from "@todo-mesh/ports";
import express from "express";
import request from "supertest";

const doorOf = (ring: (name: string, data: unknown) => Promise<void>) =>
  express().use(jobRouter({ log: quietLogger(), ring }));

test("a job that rings is answered 200 once it is done, under its own name", async () => {
  const rung: string[] = [];
  const door = doorOf(async (name) => void rung.push(name));
  const answer = await request(door).post("/job/reminder-1.A_b").send({ some: "data" });
  expect(answer.status).toBe(200);
  expect(rung).toEqual(["reminder-1.A_b"]);
});

test.each([
  ['{"group":"ada"}', { group: "ada" }],
  ["7", 7],
  ["{broken", undefined],
])("a job that carries %j rings with %j", async (body, data) => {
  const rung: unknown[] = [];
  const door = doorOf(async (_name, carried) => void rung.push(carried));
  await request(door).post("/job/a").type("application/json").send(body).expect(200);
  expect(rung).toEqual([data]);
});

test.each([
  [new AppError("unavailable", "no store"), 503],
  [new AppError("conflict", "lost the race"), 503],
  [new AppError("not-found", "no such timer"), 500],
  [new AppError("bug", "oh"), 500],
  [new Error("oh"), 500],
])(
  "a job that fails with %s is answered %d, so that it rings again: never 404",
  async (error, status) => {
    const door = doorOf(async () => {
      throw error;
    });
    expect((await request(door).post("/job/a")).status).toBe(status);
  },
);
