import { expect } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { isOneRing } from "./paper.ts";
import { wishRung } from "./wish-rung.ts";

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
