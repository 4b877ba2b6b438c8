import { randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import { daprPublisher, type Sidecar } from "@todo-mesh/dapr/parts";
import type { Mesh } from "@todo-mesh/mesh";
import type { OutgoingEvent } from "@todo-mesh/ports";
import { until } from "@todo-mesh/ports/testing";
import { broker } from "../support/broker.ts";
import { type Audience, Live } from "./audience.ts";

const anEvent = (key: string, refuse: boolean): OutgoingEvent => ({
  topic: Live.topic,
  key,
  event: {
    specversion: "1.0",
    id: randomUUID(),
    source: "conformance",
    type: Live.type,
    data: { refuse },
  },
});

/** What is broadcast is shown or gone: nothing that cannot be shown holds up the next, or is kept. */
export function broadcasts(running: () => { audience: Audience; mesh: Mesh; sidecar: Sidecar }) {
  test("broadcast: what is no event, and what is refused, is passed over", async () => {
    const { audience, mesh, sidecar } = running();
    const key = randomUUID();
    const [refused, shown] = [anEvent(key, true), anEvent(key, false)];
    const values = ["not json", "null", "", `["a list"]`];
    await broker(mesh).put(
      Live.topic,
      values.map((value) => ({ key, value })),
    );
    await daprPublisher(sidecar, { pubsub: "pubsub" }).publish([refused, shown]);
    await until("the good event is shown", () => audience.seen.includes(shown.event.id));
    const letters = await broker(mesh).all(`${Live.topic}.dlq`);
    expect(letters.filter(({ value }) => String(value).includes(refused.event.id))).toEqual([]);
  });
}
