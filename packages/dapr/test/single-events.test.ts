import { describe, expect, test } from "@jest/globals";
import { on } from "@todo-mesh/dapr";
import { currentTraceId } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import type { Express } from "express";
import request from "supertest";
import { anEventDoor, deliver, event, keyed, Noted } from "./event-door.ts";

const away = new AppError("unavailable", "no store");

const single = async (door: Express, body: unknown) =>
  request(door)
    .post("/events/t.events")
    .set("content-type", "application/cloudevents+json")
    .send(JSON.stringify(body));

describe("events that come singly", () => {
  test("are answered with their one status", async () => {
    const { door, failures, mesh } = anEventDoor();
    mesh.isWell = false;
    failures.set(2, away);
    expect((await single(door, event(1))).body).toEqual({ status: "SUCCESS" });
    expect((await single(door, event(2))).body).toEqual({ status: "RETRY" });
    expect((await single(door, null)).body).toEqual({ status: "DROP" });
    expect((await single(door, [1])).body).toEqual({ status: "DROP" });
  });

  test("may be large", async () => {
    const large = event(1, { data: { n: 1, text: "x".repeat(3_000_000) } });
    const { status, body } = await single(anEventDoor().door, large);
    expect({ status, body }).toEqual({ status: 200, body: { status: "SUCCESS" } });
  });
});

describe("the trace of an event", () => {
  const TRACE = "0af7651916cd43dd8448eb211c80319c";
  const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;

  test("is the trace its use case runs in, and comes along with it", async () => {
    const traces: unknown[] = [];
    const door = anEventDoor().doorOf(
      on(Noted, async (arrived) => void traces.push(currentTraceId(), arrived.traceparent)),
    );
    await deliver(door, keyed(1, "a", { traceparent }));
    expect(traces).toEqual([TRACE, traceparent]);
  });

  test("stands in what is logged about it", async () => {
    const { door, failures, log } = anEventDoor();
    failures.set(1, new AppError("not-found", "no such task"));
    await deliver(door, keyed(1, "a", { traceparent }));
    expect(log.lines).toMatchObject([
      { level: "error", fields: { event_id: "id-1", verdict: "DROP", trace_id: TRACE } },
    ]);
  });
});
