import { Notification } from "../notifications/notification.ts";
import { type DataOf, defineEvent } from "./event.ts";

export const NOTIFICATIONS_TOPIC = "todo.notifications.events";

export const NotificationCreated = defineEvent(
  "todo.notification.created.v1",
  NOTIFICATIONS_TOPIC,
  {
    notification: Notification,
  },
);
export type NotificationCreated = DataOf<typeof NotificationCreated>;

export const NotificationRead = defineEvent("todo.notification.read.v1", NOTIFICATIONS_TOPIC, {
  notification: Notification,
});
export type NotificationRead = DataOf<typeof NotificationRead>;
