import { expect, test } from "@jest/globals";
import { text } from "node:stream/consumers";
import { type DeadLetter, eventRouter, on } from "@todo-mesh/dapr";
import { daprDeadLetters } from "@todo-mesh/dapr/parts";
import { quietLogger } from "@todo-mesh/kit/testing";
import { AppError } from "@todo-mesh/ports";
import express from "express";
import request from "supertest";
import { anEventDoor, deliver, event, keyed, Noted } from "./event-door.ts";
import { fakeSidecar } from "./fake-sidecar.ts";

const base64 = (raw: string): string => Buffer.from(raw).toString("base64");
const refuse = on(Noted, async () => {
  throw new AppError("not-found", "There is no such task");
});

const aDoor = (deadLetters: ((letters: readonly DeadLetter[]) => Promise<void>) | false) =>
  express().use(
    eventRouter({ pubsub: "pubsub", log: quietLogger(), subscriptions: [refuse], deadLetters }),
  );

test("what is dropped is kept byte for byte, under its key, with the reason", async () => {
  const { doorOf, letters } = anEventDoor();
  const raw = '{"half": "a json';
  const entries = [
    {
      entryId: "0",
      event: base64(raw),
      contentType: "application/octet-stream",
      metadata: { __key: "a" },
    },
    {
      entryId: "1",
      event: base64(JSON.stringify(event(1))),
      contentType: "application/octet-stream",
    },
  ];
  const bulk = { type: "com.dapr.event.sent.bulk", entries };
  const { body } = await request(doorOf(refuse)).post("/events/t.events").send(bulk);
  expect(body.statuses.map(({ status }: { status: string }) => status)).toEqual(["DROP", "DROP"]);
  expect(
    letters.map((letter) => ({ ...letter, body: Buffer.from(letter.body).toString() })),
  ).toEqual([
    { topic: "t.events", key: "a", body: raw, kind: "invalid", reason: expect.any(String) },
    {
      topic: "t.events",
      body: JSON.stringify(event(1)),
      kind: "not-found",
      reason: "There is no such task",
    },
  ]);
});

test("an event whose dead letter cannot be kept comes again", async () => {
  const door = aDoor(async () => {
    throw new AppError("unavailable", "no broker");
  });
  expect(await deliver(door, keyed(1), keyed(2, "a", { type: "t.unknown.v1" }))).toEqual([
    "RETRY",
    "SUCCESS",
  ]);
});

test("where nobody wants dead letters, what is dropped is gone", async () => {
  expect(await deliver(aDoor(false), keyed(1))).toEqual(["DROP"]);
});

test("a single event that the sidecar brought raw is unwrapped", async () => {
  const { door, seen } = anEventDoor();
  const wrapped = {
    ...event(7),
    type: "com.dapr.event.sent",
    data: undefined,
    data_base64: base64(JSON.stringify(event(1))),
  };
  const { body } = await request(door).post("/events/t.events").send(wrapped);
  expect({ body, seen }).toEqual({ body: { status: "SUCCESS" }, seen: [1] });
});

test("letters go to {topic}.dlq as they are, cut at one megabyte, and a broker that is away is said", async () => {
  const sent: { url: string | undefined; body: unknown }[] = [];
  let status = 204;
  const { sidecar, stop } = await fakeSidecar(async (req, res) => {
    sent.push({ url: req.url, body: JSON.parse(await text(req)) });
    res.writeHead(status).end();
  });
  const keep = daprDeadLetters(sidecar, { pubsub: "p" });
  const letter = { topic: "t", key: "k", kind: "invalid" as const, reason: "broken" };
  await keep([{ ...letter, body: Buffer.from([255, 0]) }]);
  const why = { dead_letter_kind: "invalid", dead_letter_reason: "broken" };
  const entry = { entryId: "0", contentType: "application/octet-stream" };
  expect(sent).toEqual([
    {
      url: "/v1.0/publish/bulk/p/t.dlq?metadata.rawPayload=true",
      body: [{ ...entry, event: "/wA=", metadata: { partitionKey: "k", ...why } }],
    },
  ]);
  await keep([{ ...letter, key: undefined, body: Buffer.alloc(1_048_576) }]);
  expect(sent.at(-1)?.body).toEqual([
    {
      ...entry,
      event: Buffer.alloc(1_000_000).toString("base64"),
      metadata: { ...why, dead_letter_cut: "true" },
    },
  ]);
  status = 500;
  await expect(keep([{ ...letter, body: Buffer.from("x") }])).rejects.toMatchObject({
    kind: "unavailable",
  });
  await stop();
});
