import { InboxPage, Notification, PageQuery } from "@todo-mesh/contracts";
import type { Operations } from "./operation.ts";

export const INBOX_OPERATIONS: Operations = {
  "GET /inbox": {
    id: "listInbox",
    summary: "Read the inbox",
    about: "Notifications, the newest first.",
    query: PageQuery,
    answers: { 200: { about: "A page of notifications.", json: InboxPage } },
  },
  "POST /inbox/{id}/read": {
    id: "markRead",
    summary: "Mark a notification as read",
    about: "Reading twice is reading once: no key is needed.",
    answers: { 200: { about: "The notification.", json: Notification } },
  },
};
