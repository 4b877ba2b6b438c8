import {
  PersonErased,
  ReminderDue,
  ReminderUnplanned,
  UserErased,
} from "@todo-mesh/contracts/events";
import { on, onBatch, type Subscription } from "@todo-mesh/dapr";
import { eraseInbox } from "../use-cases/erase-inbox.ts";
import { type InboxDeps, showReminders, showUnplanned } from "../use-cases/show-reminders.ts";

export const subscriptions = (deps: InboxDeps): readonly Subscription[] => [
  onBatch(ReminderDue, showReminders(deps)),
  onBatch(ReminderUnplanned, showUnplanned(deps)),
  on([PersonErased, UserErased], eraseInbox(deps)),
];
