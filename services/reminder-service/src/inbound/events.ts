import { TASK_EVENTS, TaskErased } from "@todo-mesh/contracts/events";
import { onBatch, type Subscription } from "@todo-mesh/dapr";
import { type InStepDeps, keepRemindersInStep } from "../use-cases/keep-reminders-in-step.ts";
import { letGoOfErased } from "../use-cases/let-go-of-erased.ts";
import type { ReminderIndex } from "../use-cases/reminder-index.ts";

/** A person who is forgotten leaves nothing to do here: each of their tasks is erased by an event of its own. */
export const subscriptions = (
  deps: InStepDeps & { readonly index: ReminderIndex },
): readonly Subscription[] => [
  onBatch(TASK_EVENTS, keepRemindersInStep(deps)),
  onBatch(TaskErased, letGoOfErased(deps)),
];
