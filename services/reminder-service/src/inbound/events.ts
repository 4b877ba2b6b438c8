import {
  PersonErased,
  PreferencesChanged,
  TASK_EVENTS,
  TaskErased,
} from "@todo-mesh/contracts/events";
import { on, onBatch, type Subscription } from "@todo-mesh/dapr";
import { followPreferences, forgetHours } from "../use-cases/follow-preferences.ts";
import { type InStepDeps, keepRemindersInStep } from "../use-cases/keep-reminders-in-step.ts";
import { letGoOfErased } from "../use-cases/let-go-of-erased.ts";
import type { ReminderIndex } from "../use-cases/reminder-index.ts";

/** Of a person who is forgotten each task is erased by an event of its own; what is left are their hours. */
export const subscriptions = (
  deps: InStepDeps & { readonly index: ReminderIndex },
): readonly Subscription[] => [
  onBatch(TASK_EVENTS, keepRemindersInStep(deps)),
  onBatch(TaskErased, letGoOfErased(deps)),
  on(PreferencesChanged, followPreferences(deps)),
  on(PersonErased, forgetHours(deps)),
];
