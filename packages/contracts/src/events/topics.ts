import { NOTIFICATIONS_TOPIC } from "./notification-events.ts";
import { REMINDERS_TOPIC } from "./reminder-events.ts";
import type { ServiceName } from "../services.ts";
import { TASKS_TOPIC } from "./task-events.ts";

/** Every topic, and the one service that speaks there. */
export const SOURCES: Readonly<Record<string, string>> = {
  [TASKS_TOPIC]: "chat-api",
  [REMINDERS_TOPIC]: "reminder-service",
  [NOTIFICATIONS_TOPIC]: "notification-service",
};

/** One service that listens to one topic. */
export interface Listener {
  readonly service: ServiceName;
  readonly topic: string;
  /** `pubsub`: one replica hears each event, from the first one on; `pubsub-broadcast`: each replica, from now on. */
  readonly by: "pubsub" | "pubsub-broadcast";
  readonly why: string;
}

/**
 * Who of our own listens to what; a test of the mesh asks the services themselves. Anyone else may listen by `pubsub`,
 * too; `pubsub-broadcast` is for those that are named here (`scopes` in `dapr/components`, made of this table).
 */
export const LISTENERS: readonly Listener[] = [
  {
    service: "reminder-service",
    topic: TASKS_TOPIC,
    by: "pubsub",
    why: "Keeps its reminders in step.",
  },
  {
    service: "notification-service",
    topic: REMINDERS_TOPIC,
    by: "pubsub",
    why: "Shows what rings, and what cannot.",
  },
  {
    service: "notification-service",
    topic: TASKS_TOPIC,
    by: "pubsub",
    why: "Forgets who wants to be forgotten.",
  },
  {
    service: "chat-api",
    topic: TASKS_TOPIC,
    by: "pubsub-broadcast",
    why: "Tells the live streams, on every replica.",
  },
  {
    service: "chat-api",
    topic: NOTIFICATIONS_TOPIC,
    by: "pubsub-broadcast",
    why: "Tells the live streams, on every replica.",
  },
];
