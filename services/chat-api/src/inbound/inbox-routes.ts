import { MarkRead, ReadInbox } from "@todo-mesh/contracts/calls";
import { proxy } from "./proxy.ts";

/** `/inbox`: what notification-service keeps for this person. */
export const INBOX = [
  proxy("/inbox", ReadInbox, {
    id: "listInbox",
    summary: "Read the inbox",
    about: "Notifications, the newest first.",
    answer: "A page of notifications.",
  }),
  proxy("/inbox/{id}/read", MarkRead, {
    id: "markRead",
    summary: "Mark a notification as read",
    about: "Reading twice is reading once: no key is needed.",
    answer: "The notification.",
  }),
];
