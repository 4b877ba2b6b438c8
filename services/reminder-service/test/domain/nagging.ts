import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { announceDue, isWanted } from "../../src/domain/announcing/announce.ts";
import type { Ledger } from "../../src/domain/ledger/ledger.ts";
import { nextNag } from "../../src/domain/announcing/nag.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { timersWanted } from "../../src/domain/planning/timers-between.ts";
import { aTask, at } from "../a-task.ts";

export const NAG = { every_minutes: 10, times: 3 };
export const nagging = (facts: Parameters<typeof aTask>[0] = {}) =>
  aTask({ due: "09:00", nag: NAG, ...facts });

export type Step = Task | { readonly at: string };

/** What happens one after the other: news is heard, or all that is due at that time rings. */
export function play(...steps: readonly Step[]) {
  const said: ReminderDue[] = [];
  let ledger: Ledger | undefined;
  for (const each of steps) {
    if (!("at" in each)) ledger = planReminders(ledger, each, at("08:30"));
    else if (ledger) {
      const now = at(each.at);
      const current = ledger;
      const due = timersWanted(current).filter((timer) => timer.at <= now);
      if (due.some((timer) => isWanted(current, timer)) && current.task) {
        const told = announceDue({ ...current, task: current.task }, due, {
          now,
          cause: { code: "unchanged" },
        });
        ledger = told.ledger;
        said.push(...told.said);
      }
    }
  }
  return { ledger, said };
}
const clock = (iso: string | undefined) => iso?.slice(11, 16);
export const rung = (...steps: readonly Step[]) =>
  play(...steps).said.map(({ due_at, nag }) => `${clock(due_at)}${nag ? ` nag ${nag}` : ""}`);
export const next = (...steps: readonly Step[]) => {
  const { ledger } = play(...steps);
  return clock(ledger && nextNag(ledger)?.at.toISOString());
};
export const times = (...clocks: readonly string[]): Step[] => clocks.map((each) => ({ at: each }));
