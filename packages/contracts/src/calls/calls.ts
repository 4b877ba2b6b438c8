import { z } from "zod";
import { type CallContract, defineCall } from "./call.ts";
import {
  InboxPage,
  Notification,
  ReadNotifications,
  ReadSeveral,
} from "../notifications/notification.ts";
import { PageQuery } from "../envelope/page.ts";
import {
  ReminderDetails,
  ReminderDetailsPage,
  ReminderPage,
  ReminderQuery,
} from "../reminders/reminder.ts";
import { TaskCheckAnswer, TaskCheckRequest } from "../tasks/task-check.ts";
import { UserId } from "../people/user.ts";

/** Whether tasks have changed since the version that is known: asked before a reminder rings, which must not wait for long. */
export const CheckTasks = defineCall({
  app: "chat-api",
  name: "CheckTasks",
  method: "POST",
  path: "/tasks/standing",
  request: TaskCheckRequest,
  answer: TaskCheckAnswer,
  callers: ["reminder-service"],
  timeoutMs: 300,
});

/** A page of a person's inbox, the newest first. */
export const ReadInbox = defineCall({
  app: "notification-service",
  name: "ReadInbox",
  method: "GET",
  path: "/inbox/:user_id",
  request: PageQuery.extend({ user_id: UserId }),
  answer: InboxPage,
  callers: ["chat-api"],
  timeoutMs: 3_000,
});

/** Marks a notification as read. Safe to repeat: what is read stays read, since when it was first. */
export const MarkRead = defineCall({
  app: "notification-service",
  name: "MarkRead",
  method: "POST",
  path: "/inbox/:user_id/:id/read",
  request: z.strictObject({ user_id: UserId, id: z.uuid() }),
  answer: Notification,
  callers: ["chat-api"],
  timeoutMs: 3_000,
});

/** The same of several; answers those that are in this inbox. */
export const MarkSeveralRead = defineCall({
  app: "notification-service",
  name: "MarkSeveralRead",
  method: "POST",
  path: "/inbox/:user_id/read",
  request: ReadSeveral.extend({ user_id: UserId }),
  answer: ReadNotifications,
  callers: ["chat-api"],
  timeoutMs: 10_000,
});

/** Those of these notifications that are in a person's inbox. */
export const FindNotifications = defineCall({
  app: "notification-service",
  name: "FindNotifications",
  method: "POST",
  path: "/inbox/:user_id/found",
  request: z.strictObject({ user_id: UserId, ids: z.array(z.uuid()).max(50) }),
  answer: z.object({ items: z.array(Notification) }),
  callers: ["chat-api"],
  timeoutMs: 3_000,
});

/** A page of a person's reminders. */
export const ListReminders = defineCall({
  app: "reminder-service",
  name: "ListReminders",
  method: "GET",
  path: "/reminders/:user_id",
  request: ReminderQuery.extend({ user_id: UserId }),
  answer: ReminderPage,
  callers: ["chat-api"],
  timeoutMs: 3_000,
});

/** One reminder of a person, with what became of it. */
export const ReadReminder = defineCall({
  app: "reminder-service",
  name: "ReadReminder",
  method: "GET",
  path: "/reminders/:user_id/:id",
  request: z.strictObject({ user_id: UserId, id: z.uuid() }),
  answer: ReminderDetails,
  callers: ["chat-api"],
  timeoutMs: 3_000,
});

/** All of a person's reminders with what became of them, some tasks at a time. */
export const ExportReminders = defineCall({
  app: "reminder-service",
  name: "ExportReminders",
  method: "GET",
  path: "/own-data/:user_id/reminders",
  request: z.strictObject({ user_id: UserId, cursor: z.uuid().optional() }),
  answer: ReminderDetailsPage,
  callers: ["chat-api"],
  timeoutMs: 3_000,
});

/**
 * Every call from service to service. Everything else is refused twice: by the callee's sidecar, which knows the
 * caller by its certificate (`dapr/configurations`, made of this table), and by the callee itself.
 */
export const CALLS: readonly CallContract[] = [
  CheckTasks,
  ReadInbox,
  MarkRead,
  MarkSeveralRead,
  FindNotifications,
  ListReminders,
  ReadReminder,
  ExportReminders,
];
