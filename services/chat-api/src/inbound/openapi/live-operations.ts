import { EVENTS } from "@todo-mesh/contracts/documents";
import { NOTIFICATIONS_TOPIC, TASKS_TOPIC } from "@todo-mesh/contracts/events";
import { z } from "zod";
import { RESUME } from "./headers.ts";
import type { Operations } from "./operation.ts";

// What they carry is told at `/schemas`; here it would be told twice.
const HEARD = Object.fromEntries(
  EVENTS.map(({ contract }) => contract)
    .filter(({ topic }) => topic === TASKS_TOPIC || topic === NOTIFICATIONS_TOPIC)
    .map(({ type }) => [type, z.looseObject({})])
    .concat([["resync", z.strictObject({})]]),
);

const EXAMPLE = { event: "resync", data: "{}" };

export const LIVE_OPERATIONS: Operations = {
  "GET /events": {
    id: "listen",
    summary: "Listen to what happens",
    about:
      "Events of this person from every replica: `todo.task.*`, `todo.approval.*`, `todo.user.erased.v1` and `todo.notification.*`, each with the `data` that its schema under `/schemas` tells. `resync` says: read the lists anew, then follow. An event may come twice; its `id` tells.",
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
