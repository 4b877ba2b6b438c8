import { expect } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { TASK_ID } from "../a-task.ts";
import { isOneRing, minuteOf, type Wish, wishesOf } from "./paper.ts";

export const isOf = ({ reminder_id }: ReminderDue, slot: string): boolean =>
  reminder_id === reminderIdOf(TASK_ID, slot);

/** What rang, as the version that it speaks of has it. */
export function wishRung(said: ReminderDue, versions: readonly Task[]): Wish | undefined {
  const version = versions[said.task_version - 1];
  const at = minuteOf(said.due_at);
  return version && wishesOf(version).find((each) => isOf(said, each.slot) && each.at === at);
}

/** No moment of a date rings twice, however many reminders fall on it. */
export function checkIsOneRing(said: readonly ReminderDue[], versions: readonly Task[]): void {
  const first = said.filter(({ nag }) => nag === undefined);
  const rung = first.flatMap((each) => wishRung(each, versions) ?? []);
  for (const [n, wish] of rung.entries())
    expect({ wish, first: rung.findIndex((each) => isOneRing(each, wish)) }).toEqual({
      wish,
      first: n,
    });
}
