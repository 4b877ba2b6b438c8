import type { DataOf } from "@todo-mesh/contracts/events";
import {
  type ArrivedEvent,
  type DeadLetter,
  eventRouter,
  onBatch,
  type Refused,
  type Subscription,
} from "@todo-mesh/dapr";
import { quietLogger } from "@todo-mesh/kit/testing";
import express, { type Express } from "express";
import request from "supertest";
import { AppError } from "@todo-mesh/ports";
import { z } from "zod";

export const Noted = { type: "t.noted.v1", topic: "t.events", data: z.object({ n: z.number() }) };
export const Struck = { type: "t.struck.v1", topic: "t.events", data: z.object({ n: z.number() }) };

/** A `Noted` event; its number is its identity. */
export const event = (n: number, over: object = {}) => ({
  specversion: "1.0",
  id: `id-${n}`,
  source: "test",
  type: Noted.type,
  data: { n },
  ...over,
});

/** Event `n` under a partition key. */
export const keyed = (n: number, key = "a", over: object = {}) => [event(n, over), key] as const;

const BulkAnswer = z.object({
  statuses: z.array(z.object({ entryId: z.string(), status: z.string() })),
});

/** The event edge of an app whose use case fails on the numbers in `failures`. */
export function anEventDoor() {
  const failures = new Map<number, unknown>();
  const seen: number[] = [];
  const calls: number[][] = [];
  const log = quietLogger();
  const clock = { nowMs: 0 };
  const mesh = { isWell: true, isHeard: true };
  const refused: Refused[] = [];
  const pauses: (() => void)[] = [];
  const letters: DeadLetter[] = [];
  const closers: (() => Promise<void> | void)[] = [];
  const deadLetters = async (kept: readonly DeadLetter[]) => void letters.push(...kept);

  const handle = async (events: readonly ArrivedEvent<DataOf<typeof Noted>>[]): Promise<void> => {
    const numbers = events.map(({ data }) => data.n);
    calls.push(numbers);
    for (const n of numbers) if (failures.has(n)) throw failures.get(n);
    seen.push(...numbers);
  };
  const doorOf = (...subscriptions: readonly Subscription[]): Express =>
    express().use(
      eventRouter({
        pubsub: "pubsub",
        log,
        subscriptions,
        deadLetters,
        nowMs: () => clock.nowMs,
        isWell: async () => mesh.isWell,
        onRefused: async (events) => {
          if (!mesh.isHeard) throw new AppError("unavailable", "nobody hears");
          refused.push(...events);
        },
        wait: (_ms, signal) =>
          new Promise((resolve) => {
            pauses.push(resolve);
            if (signal.aborted) resolve();
            signal.addEventListener("abort", () => resolve(), { once: true });
          }),
        onClose: (_name, close) => void closers.push(close),
      }),
    );
  return {
    mesh,
    refused,
    /** Lets a second pass for what was set aside, and everything that follows from it happen. */
    second: async (): Promise<void> => {
      clock.nowMs += 1_000;
      for (const go of pauses.splice(0)) go();
      await new Promise(setImmediate);
    },
    /** Ends what was set aside, as the service does once nothing arrives any more. */
    close: async (): Promise<void> => {
      await Promise.all(closers.map(async (close) => close()));
    },
    failures,
    seen,
    calls,
    log,
    letters,
    clock,
    handle,
    doorOf,
    door: doorOf(onBatch([Noted, Struck], handle)),
  };
}

/** Delivers in bulk, as Kafka's component does; answers the statuses in the order of the entries. */
export async function deliver(door: Express, ...entries: readonly (readonly [unknown, string?])[]) {
  const answer = await request(door)
    .post("/events/t.events")
    .send({
      id: "bulk",
      type: "com.dapr.event.sent.bulk",
      entries: entries.map(([body, key], position) => ({
        entryId: String(position),
        event: body,
        metadata: { ...(key !== undefined && { __key: key }), __topic: "t.events" },
      })),
    });
  const { statuses } = BulkAnswer.parse(answer.body);
  return entries.map((_, at) => statuses.find(({ entryId }) => entryId === String(at))?.status);
}
