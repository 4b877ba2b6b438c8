import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { CloudEvent } from "@todo-mesh/contracts/events";
import type { EventPublisher, OutgoingEvent } from "../index.ts";
import { ODD_VALUES } from "./odd.ts";
import { during, failureOf, type Outage } from "./outage.ts";
import { until } from "../until.ts";

export interface PublisherUnderTest {
  readonly publisher: () => EventPublisher;
  /** Topics that exist. */
  readonly topics: readonly [string, string];
  /** Every event that a subscriber of these topics has received, in the order it came. */
  readonly arrived: () => readonly { readonly topic: string; readonly event: CloudEvent }[];
  readonly outage: Outage;
}

export function publisherConformance(name: string, subject: PublisherUnderTest): void {
  describe(`publisher: ${name}`, () => {
    arriveUnchanged(subject);
    keepTheirOrder(subject);
    sizesAndOutages(subject);
  });
}

const TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

function anEvent(topic: string, data: unknown = {}, key = "ada"): OutgoingEvent {
  const id = randomUUID();
  const event = {
    specversion: "1.0" as const,
    id,
    source: "conformance",
    type: "todo.conformance.v1",
    subject: `subject of ${id} 🦉`,
    time: "2026-11-22T09:00:00.123Z",
    datacontenttype: "application/json",
    traceparent: TRACEPARENT,
    data,
  };
  return { topic, key, event };
}

const arrivals = async ({ arrived }: PublisherUnderTest, events: readonly OutgoingEvent[]) => {
  const ids = new Set(events.map(({ event }) => event.id));
  return until("all have arrived", () => {
    const found = arrived().filter(({ event }) => ids.has(event.id));
    return new Set(found.map(({ event }) => event.id)).size === ids.size && found;
  });
};

function arriveUnchanged(subject: PublisherUnderTest): void {
  const { publisher, topics } = subject;

  test("an event arrives with id, type, source, subject, time, traceparent and data unchanged", async () => {
    const sent = anEvent(topics[0], { values: [...ODD_VALUES] });
    await publisher().publish([sent]);
    const [got] = await arrivals(subject, [sent]);
    expect(got).toMatchObject({ topic: topics[0], event: sent.event });
  });

  test("events of several topics arrive on theirs, whatever their key", async () => {
    const keys = ["ada", "a key with / and 🦉", "%2F?&#", "k".repeat(128)];
    const sent = keys.flatMap((key) => topics.map((topic) => anEvent(topic, { key }, key)));
    await publisher().publish(sent);
    const got = await arrivals(subject, sent);
    const topicOf = new Map(got.map(({ topic, event }) => [event.id, topic]));
    expect(sent.map(({ event }) => topicOf.get(event.id))).toEqual(sent.map(({ topic }) => topic));
  });

  test("publishing nothing is no error", async () => {
    await expect(publisher().publish([])).resolves.toBeUndefined();
  });
}

function keepTheirOrder(subject: PublisherUnderTest): void {
  const { publisher, topics } = subject;

  test("250 events in one call, and 30 in a call each, arrive in the order of their keys", async () => {
    const run = randomUUID();
    const sent = Array.from({ length: 280 }, (_, n) =>
      anEvent(topics[0], { run, n }, `user ${n % 5}`),
    );
    await publisher().publish(sent.slice(0, 250));
    for (const event of sent.slice(250)) await publisher().publish([event]);
    const keyOf = new Map(sent.map(({ event, key }) => [event.id, key]));
    const idsByKey = (events: readonly { event: CloudEvent }[]) =>
      Map.groupBy(new Set(events.map(({ event }) => event.id)), (id) => keyOf.get(id));
    expect(idsByKey(await arrivals(subject, sent))).toEqual(idsByKey(sent));
  });
}

function sizesAndOutages(subject: PublisherUnderTest): void {
  const { publisher, topics, outage } = subject;

  test("events of 900 KB arrive whole, several in one call", async () => {
    const sent = Array.from({ length: 5 }, () => anEvent(topics[0], { text: "x".repeat(900_000) }));
    await publisher().publish(sent);
    for (const { event } of await arrivals(subject, sent))
      expect(event.data).toEqual({ text: "x".repeat(900_000) });
  });

  test("an event over 1 MB is too large, and none of its call goes out", async () => {
    const [before, after] = [anEvent(topics[0]), anEvent(topics[0])];
    const tooLarge = anEvent(topics[0], { text: "x".repeat(1_000_000) });
    expect(await failureOf(() => publisher().publish([before, tooLarge]))).toBe("too-large");
    await publisher().publish([after]);
    await arrivals(subject, [after]);
    expect(subject.arrived().map(({ event }) => event.id)).not.toContain(before.event.id);
  });

  test("while the broker is away it is unavailable, and afterwards the same events can be published", async () => {
    const sent = [anEvent(topics[0]), anEvent(topics[0])];
    await during(outage, async () => {
      expect(await failureOf(() => publisher().publish(sent))).toBe("unavailable");
    });
    await until("they are published", () =>
      publisher()
        .publish(sent)
        .then(() => true),
    );
    await arrivals(subject, sent);
  });
}
