import {
  PersonErased,
  ReminderDismissed,
  ReminderDue,
  ReminderSnoozed,
  ReminderUnplanned,
  UserErased,
} from "@todo-mesh/contracts/events";
import { on, onBatch, type Subscription } from "@todo-mesh/dapr";
import { eraseInbox } from "../use-cases/erase-inbox.ts";
import { markKnown } from "../use-cases/mark-read.ts";
import { type InboxDeps, showReminders, showUnplanned } from "../use-cases/show-reminders.ts";

export const subscriptions = (deps: InboxDeps): readonly Subscription[] => [
  onBatch(ReminderDue, showReminders(deps)),
  onBatch(ReminderUnplanned, showUnplanned(deps)),
  on([ReminderDismissed, ReminderSnoozed], markKnown(deps)),
  on([PersonErased, UserErased], eraseInbox(deps)),
];
