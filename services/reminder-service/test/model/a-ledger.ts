import type { TaskCheck, Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { announceDue, isWanted } from "../../src/domain/announcing/announce.ts";
import { applyTaskCheck } from "../../src/domain/planning/news.ts";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { timersBetween } from "../../src/domain/planning/timers-between.ts";
import { DAY_BEGINS } from "./paper.ts";

const dateAt = (minute: number): Date => new Date(DAY_BEGINS + minute * 60_000);

/** The ledger of one task with its timers, each step all or nothing, as the use cases have it. */
export function aLedger() {
  const timers = new Map<string, Date>();
  const said: ReminderDue[] = [];
  let ledger: Ledger | undefined;

  const keep = (after: Ledger, fired: readonly string[] = []): void => {
    for (const name of fired) timers.delete(name);
    const { set, cancel } = timersBetween(ledger, after);
    for (const name of cancel) timers.delete(name);
    for (const { name, at } of set) timers.set(name, at);
    ledger = Ledger.parse(JSON.parse(JSON.stringify(after)));
  };
  return {
    said,
    hear: (task: Task, minute: number): void => {
      const after = planReminders(ledger, task, dateAt(minute));
      if (after !== ledger) keep(after);
    },
    /** The names of the timers that are due. */
    due: (minute: number): string[] =>
      [...timers].filter(([, at]) => at <= dateAt(minute)).map(([name]) => name),
    /** These timers fire together; chat-api says this, if anything. */
    fire: (
      names: readonly string[],
      minute: number,
      say: (version: number) => TaskCheck | undefined,
    ) => {
      // One that was set anew meanwhile is not meant.
      const due = names.flatMap((name) => {
        const at = timers.get(name);
        return at && at <= dateAt(minute) ? [{ name, at }] : [];
      });
      const known = ledger;
      const wanted = due.filter((timer) => known && isWanted(known, timer));
      if (!known?.task || wanted.length === 0) {
        for (const { name } of due) timers.delete(name);
        return;
      }
      const live = { ...known, task: known.task };
      const heard = applyTaskCheck(live, say(known.task_version), dateAt(minute));
      const { task } = heard;
      const told = task
        ? announceDue({ ...heard, task }, wanted, {
            now: dateAt(minute),
            cause: { code: "unchanged" },
          })
        : { ledger: heard, said: [] };
      keep(
        told.ledger,
        due.map(({ name }) => name),
      );
      said.push(...told.said);
    },
  };
}
