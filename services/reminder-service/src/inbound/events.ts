import { TASK_EVENTS } from "@todo-mesh/contracts";
import { onBatch, type Subscription } from "@todo-mesh/dapr";
import { type InStepDeps, keepRemindersInStep } from "../use-cases/keep-reminders-in-step.ts";

export const subscriptions = (deps: InStepDeps): readonly Subscription[] => [
  onBatch(TASK_EVENTS, keepRemindersInStep(deps)),
];
