import { ReminderDue, UserErased } from "@todo-mesh/contracts";
import { on, onBatch, type Subscription } from "@todo-mesh/dapr";
import { eraseInbox } from "../use-cases/erase-inbox.ts";
import { type InboxDeps, showReminders } from "../use-cases/show-reminders.ts";

export const subscriptions = (deps: InboxDeps): readonly Subscription[] => [
  onBatch(ReminderDue, showReminders(deps)),
  on(UserErased, eraseInbox(deps)),
];
