import { expect, test } from "@jest/globals";
import { on, onBatch } from "@todo-mesh/dapr";
import request from "supertest";
import { z } from "zod";
import { anEventDoor, Noted, Struck } from "./event-door.ts";

const Other = { type: "t.other.v1", topic: "t.others", data: z.object({ text: z.string() }) };
const nothing = async (): Promise<void> => undefined;

test("the sidecar is asked for each topic once, in bulk and raw, and to leave the dead letters to us", async () => {
  const door = anEventDoor().doorOf(onBatch([Noted, Struck], nothing), on(Other, nothing));
  expect((await request(door).get("/dapr/subscribe")).body).toEqual(
    ["t.events", "t.others"].map((topic) => ({
      pubsubname: "pubsub",
      topic,
      route: `/events/${topic}`,
      metadata: { rawPayload: "true" },
      bulkSubscribe: { enabled: true, maxMessagesCount: 100, maxAwaitDurationMs: 10 },
    })),
  );
});

test("two use cases for one kind of event are a mistake that stops the start", () => {
  const { doorOf } = anEventDoor();
  expect(() => doorOf(on(Noted, nothing), onBatch([Noted], nothing))).toThrow(/only one use case/);
});
