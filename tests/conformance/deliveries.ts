import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { REMINDERS_TOPIC } from "@todo-mesh/contracts/events";
import { daprPublisher, type Sidecar } from "@todo-mesh/dapr/parts";
import type { Mesh } from "@todo-mesh/mesh";
import type { OutgoingEvent } from "@todo-mesh/ports";
import { until } from "@todo-mesh/ports/testing";
import { broker } from "../support/broker.ts";
import { type App, Trying } from "./app.ts";

interface Running {
  readonly app: App;
  readonly mesh: Mesh;
  readonly sidecar: Sidecar;
}

/** How the event edge and the sidecar work together on Kafka. */
export function deliveries(running: () => Running): void {
  describe("events that Kafka delivers", () => {
    comeAgain(running);
    goToTheDeadLetters(running);
  });
}

const anEvent = (n: number, key: string, data: object = {}): OutgoingEvent => ({
  topic: REMINDERS_TOPIC,
  key,
  event: {
    specversion: "1.0",
    id: randomUUID(),
    source: "conformance",
    type: Trying.type,
    data: { n, ...data },
  },
});
const idsOf = (events: readonly OutgoingEvent[]) => events.map(({ event }) => event.id);

const publish = async ({ sidecar }: Running, events: readonly OutgoingEvent[]) =>
  daprPublisher(sidecar, { pubsub: "pubsub" }).publish(events);
const allDone = async ({ app }: Running, events: readonly OutgoingEvent[]) =>
  until("every event is done", () => idsOf(events).every((id) => app.done.includes(id)));

/** The dead letters that hold one of these texts, once each text has one. */
const lettersWith = async ({ mesh }: Running, texts: readonly string[]) =>
  until("all are with the dead letters", async () => {
    const all = await broker(mesh).all(`${REMINDERS_TOPIC}.dlq`);
    const found = texts.map((text) => all.filter(({ value }) => String(value).includes(text)));
    return found.every((letters) => letters.length > 0) && found.flat();
  });

function comeAgain(running: () => Running): void {
  test("are done in order, and one that fails holds up its own key alone", async () => {
    const { app } = running();
    const [key, other] = [randomUUID(), randomUUID()];
    const events = [1, 2, 3, 4, 5].map((n) => anEvent(n, key, n === 2 ? { failures: 3 } : {}));
    const beside = anEvent(6, other);
    await publish(running(), [...events, beside]);
    await allDone(running(), [...events, beside]);
    const ids = idsOf(events);
    expect(app.done.filter((id) => ids.includes(id))).toEqual(ids);
    expect(app.tries.filter((id) => id === ids[1]).length).toBeGreaterThanOrEqual(4);
  });

  test("go on beside one that fails alone for long, and those of its key behind it, in order", async () => {
    const { app } = running();
    const [key, other] = [randomUUID(), randomUUID()];
    const events = [1, 2, 3].map((n) => anEvent(n, key, n === 2 ? { failures: 12 } : {}));
    const beside = anEvent(4, other);
    await publish(running(), [...events, beside]);
    await allDone(running(), [beside]);
    // What a sidecar brings while something is to come again waits for that, of every key and topic.
    const [later, elsewhere] = [anEvent(5, key), anEvent(6, other)];
    await publish(running(), [later, elsewhere]);
    await allDone(running(), [elsewhere]);
    const failing = events[1]?.event.id ?? "";
    expect(app.done).not.toContain(failing);

    await allDone(running(), [...events, later]);
    const ids = idsOf([...events, later]);
    expect(app.done.filter((id) => ids.includes(id))).toEqual(ids);
  });

  test("are brought with the app's own token", () => {
    const { app, mesh } = running();
    expect([...app.tokens]).toEqual([mesh.doors("conformance").appToken]);
  });
}

function goToTheDeadLetters(running: () => Running): void {
  test("go to the dead letters when they are refused, after a retry of their batch, too", async () => {
    const key = randomUUID();
    const first = anEvent(1, key);
    const failing = anEvent(2, key, { failures: 2 });
    const refused = anEvent(3, key, { refuse: true });
    const broken = anEvent(4, key, { n: "four" });
    const last = anEvent(5, key);
    await publish(running(), [first, failing, refused, broken, last]);
    await allDone(running(), [first, failing, last]);
    const letters = await lettersWith(running(), idsOf([refused, broken]));
    expect(letters).toHaveLength(2);
    for (const { key: kept, headers } of letters) {
      expect(String(kept)).toBe(key);
      expect(String(headers?.["dead_letter_kind"])).toBe("invalid");
    }
  });

  test("go to the dead letters when they are no events at all, and do not hold up the next", async () => {
    const key = randomUUID();
    const mark = randomUUID();
    const marked = [`not json ${mark}`, `["${mark}"]`, `{"hello":"${mark}"}`, `{"half":"${mark}`];
    const values = ["null", "", ...marked, "\u0000\u0001"];
    const messages = values.map((value) => ({ key, value }));
    await broker(running().mesh).put(REMINDERS_TOPIC, messages);
    const next = anEvent(1, key);
    await publish(running(), [next]);
    await allDone(running(), [next]);
    const letters = await lettersWith(running(), marked);
    expect(
      letters.map(({ value }) => String(value)).filter((value) => marked.includes(value)).length,
    ).toBeGreaterThanOrEqual(marked.length);
  });
}
