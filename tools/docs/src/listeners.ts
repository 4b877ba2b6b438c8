import { NOTIFICATIONS_TOPIC, REMINDERS_TOPIC, TASKS_TOPIC } from "@todo-mesh/contracts";

interface Listener {
  readonly service: string;
  readonly topic: string;
  readonly why: string;
}

/** Who of our own listens to what; a test of the mesh asks the services themselves. Anyone else may, too. */
export const LISTENERS: readonly Listener[] = [
  { service: "reminder-service", topic: TASKS_TOPIC, why: "Keeps its reminders in step." },
  {
    service: "notification-service",
    topic: REMINDERS_TOPIC,
    why: "Shows what rings, and what cannot.",
  },
  {
    service: "notification-service",
    topic: TASKS_TOPIC,
    why: "Forgets who wants to be forgotten.",
  },
  { service: "chat-api", topic: TASKS_TOPIC, why: "Tells the live streams, on every replica." },
  {
    service: "chat-api",
    topic: NOTIFICATIONS_TOPIC,
    why: "Tells the live streams, on every replica.",
  },
];
