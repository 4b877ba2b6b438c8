import { EVENTS } from "@todo-mesh/contracts/documents";
import { LISTENERS } from "@todo-mesh/contracts/events";
import { z } from "zod";
import { RESUME } from "./headers.ts";
import type { Operations } from "./operation.ts";

const TOPICS = new Set(
  LISTENERS.flatMap(({ by, topic }) => (by === "pubsub-broadcast" ? [topic] : [])),
);

// What they carry is told at `/schemas`; here it would be told twice.
const HEARD = Object.fromEntries(
  EVENTS.map(({ contract }) => contract)
    .filter(({ topic }) => TOPICS.has(topic))
    .map(({ type }) => [type, z.looseObject({})])
    .concat([["resync", z.strictObject({})]]),
);

const EXAMPLE = { event: "resync", data: "{}" };

export const LIVE_OPERATIONS: Operations = {
  "GET /events": {
    id: "listen",
    summary: "Listen to what happens",
    about:
      "Events of this person from every replica: `todo.task.*`, `todo.notification.*`, `todo.approval.*`, `todo.turn.*`, `todo.conversation.*`, `todo.person.*` and `todo.user.erased.v1`, each with the `data` that its schema under `/schemas` tells. `resync` says: read the lists anew, then follow. An event may come twice; its `id` tells.",
    headers: RESUME,
    answers: {
      200: {
        about: "A stream that goes on until one of both ends it.",
        text: { "text/event-stream": { events: HEARD, example: EXAMPLE } },
      },
    },
  },
  "HEAD /events": {
    id: "mayListen",
    summary: "Ask whether one may listen",
    answers: { 200: { about: "One may.", text: { "text/event-stream": {} } } },
  },
};
