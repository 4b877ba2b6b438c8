import { CHAT_TOPIC } from "./chat-events.ts";
import { NOTIFICATIONS_TOPIC } from "./notification-events.ts";
import { PEOPLE_TOPIC } from "./people-events.ts";
import { REMINDERS_TOPIC } from "./reminder-events.ts";
import { TASKS_TOPIC } from "./task-events.ts";

/** Every topic, and the one service that speaks there. */
export const SOURCES: Readonly<Record<string, string>> = {
  [TASKS_TOPIC]: "chat-api",
  [PEOPLE_TOPIC]: "chat-api",
  [CHAT_TOPIC]: "chat-api",
  [REMINDERS_TOPIC]: "reminder-service",
  [NOTIFICATIONS_TOPIC]: "notification-service",
};

/** Where events of a topic lie that one of its listeners refused for good. */
export const deadLettersOf = (topic: string): string => `${topic}.dlq`;

/** Every topic there is. */
export const TOPICS: readonly string[] = Object.keys(SOURCES).flatMap((topic) => [
  topic,
  deadLettersOf(topic),
]);

/** One service, or a program of yours, that listens to one topic. */
export interface Listener {
  readonly service: string;
  readonly topic: string;
  /** `pubsub`: one replica hears each event, from the first one on; `pubsub-broadcast`: each replica, from now on. */
  readonly by: "pubsub" | "pubsub-broadcast";
  readonly why: string;
}

/**
 * Who listens to what; a test of the mesh asks the services themselves. Who publishes a topic may, and who listens to
 * it may: `dapr/components` has that of these tables, by `pnpm configurations`. Everyone else is refused by their own
 * sidecar.
 */
export const LISTENERS: readonly Listener[] = [
  {
    service: "reminder-service",
    topic: TASKS_TOPIC,
    by: "pubsub",
    why: "Keeps its reminders in step.",
  },
  {
    service: "reminder-service",
    topic: PEOPLE_TOPIC,
    by: "pubsub",
    why: "Rings for whole days at the hours that people choose.",
  },
  {
    service: "notification-service",
    topic: REMINDERS_TOPIC,
    by: "pubsub",
    why: "Shows what rings, and what cannot.",
  },
  {
    service: "notification-service",
    topic: PEOPLE_TOPIC,
    by: "pubsub",
    why: "Forgets who wants to be forgotten.",
  },
  {
    service: "notification-service",
    topic: TASKS_TOPIC,
    by: "pubsub",
    why: "Forgets who wants to be forgotten, as the last version says it.",
  },
  ...[TASKS_TOPIC, PEOPLE_TOPIC, CHAT_TOPIC, NOTIFICATIONS_TOPIC].map((topic) => ({
    service: "chat-api",
    topic,
    by: "pubsub-broadcast" as const,
    why: "Tells the live streams, on every replica.",
  })),
];
