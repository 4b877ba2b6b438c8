import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { TASK_ID } from "../a-task.ts";
import { minuteOf, type Wish, wishesOf } from "./paper.ts";

export const isOf = ({ reminder_id }: ReminderDue, slot: string): boolean =>
  reminder_id === reminderIdOf(TASK_ID, slot);

/** What rang, as the version that it speaks of has it. */
export function wishRung(said: ReminderDue, versions: readonly Task[]): Wish | undefined {
  const version = versions[said.task_version - 1];
  const at = minuteOf(said.due_at);
  return version && wishesOf(version).find((each) => isOf(said, each.slot) && each.at === at);
}
