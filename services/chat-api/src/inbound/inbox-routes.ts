import { Notification, ReadNotifications, ReadSeveral } from "@todo-mesh/contracts";
import { MarkRead, MarkSeveralRead, ReadInbox } from "@todo-mesh/contracts/calls";
import { requestOf } from "@todo-mesh/dapr";
import { otherMethods, userOf } from "@todo-mesh/kit";
import { Router } from "express";
import type { Reading } from "../use-cases/tasks/read-notification.ts";
import { answerJson } from "./answer-json.ts";
import type { Operations } from "./openapi/operation.ts";
import { proxy } from "./proxy.ts";

/** `/inbox`: what notification-service keeps for this person. */
export const INBOX = [
  proxy("/inbox", ReadInbox, {
    id: "listInbox",
    summary: "Read the inbox",
    about: "Notifications, the newest first.",
    answer: "A page of notifications.",
  }),
];

/** What is done with a notification. */
export const INBOX_OPERATIONS: Operations = {
  "POST /inbox/{id}/read": {
    id: "markRead",
    summary: "Mark a notification as read",
    about:
      "Reading twice is reading once: no key is needed. A task that nags is dismissed up to what the notification tells of: it is not repeated, and undo brings that back.",
    answers: { 200: { about: "The notification.", json: Notification } },
  },
  "POST /inbox/read": {
    id: "markSeveralRead",
    summary: "Mark several notifications as read",
    about:
      "As if each were marked by itself; those that are not in this inbox are left out of the answer.",
    body: { schema: ReadSeveral },
    answers: {
      200: { about: "The notifications, the oldest of each fifty first.", json: ReadNotifications },
    },
  },
};

/** `/inbox/{id}/read` and `/inbox/read`. */
export function inboxRoutes({ readNotification, readNotifications }: Reading): Router {
  const router = Router();
  const read = answerJson<{ id: string }>(async (req, res) => {
    const path = { ...req.params, user_id: userOf(res) };
    const asked = requestOf(MarkRead, { path, rest: req.body });
    return readNotification(asked, { idempotencyKey: req.get("idempotency-key") });
  });
  const readSeveral = answerJson((req, res) => {
    const asked = requestOf(MarkSeveralRead, { path: { user_id: userOf(res) }, rest: req.body });
    return readNotifications(asked, { idempotencyKey: req.get("idempotency-key") });
  });
  router.route("/inbox/read").post(readSeveral).all(otherMethods());
  router.route("/inbox/:id/read").post(read).all(otherMethods());
  return router;
}
