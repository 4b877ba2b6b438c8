import { ReminderDue } from "@todo-mesh/contracts";
import { onBatch, type Subscription } from "@todo-mesh/dapr";
import { type InboxDeps, showReminders } from "../use-cases/show-reminders.ts";

export const subscriptions = (deps: InboxDeps): readonly Subscription[] => [
  onBatch(ReminderDue, showReminders(deps)),
];
