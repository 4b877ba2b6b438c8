import { describe, expect, test } from "@jest/globals";
import type { DueTime, Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { announceDue } from "../../src/domain/announcing/announce.ts";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { timersWanted } from "../../src/domain/planning/timers-between.ts";
import { aSeries } from "../a-series.ts";
import { at, dueAt } from "../a-task.ts";

const occurrence = (time: string) => {
  const { at: instant, local } = dueAt(at(time), "UTC");
  return { at: instant, local };
};
/** The date of that time, moved by hand to another one. */
const moved = (from: string, to: string): DueTime => ({
  ...dueAt(at(to), "UTC"),
  occurrence: occurrence(from),
});

/** What rings at each full and half hour from then on. */
function play(news: readonly Task[], until = "13:00"): ReminderDue[] {
  const said: ReminderDue[] = [];
  let ledger: Ledger | undefined;
  for (let now = at("08:00"); now <= at(until); now = new Date(now.getTime() + 1_800_000)) {
    for (const task of news.filter(({ updated_at }) => updated_at === now.toISOString()))
      ledger = planReminders(ledger, task, now);
    const due = timersWanted(ledger).filter((timer) => timer.at <= now);
    if (!ledger?.task || due.length === 0) continue;
    const told = announceDue({ ...ledger, task: ledger.task }, due, {
      now,
      cause: { code: "unchanged" },
    });
    ledger = Ledger.parse(JSON.parse(JSON.stringify(told.ledger)));
    said.push(...told.said);
  }
  return said;
}
const rung = (news: readonly Task[]) => play(news).map(({ due_at }) => due_at.slice(11, 16));

describe("a date of a series that was moved by hand", () => {
  test("to an earlier time does not come again at its own", () => {
    const news = [
      aSeries({ due: "10:00" }),
      aSeries({ due: moved("10:00", "09:30"), version: 2, changed: "08:30" }),
    ];
    expect(rung(news)).toEqual(["09:30", "11:00", "12:00", "13:00"]);
  });

  test("past later ones leaves them alone, and rings where it was moved", () => {
    const news = [
      aSeries({ due: "09:00" }),
      aSeries({ due: moved("09:00", "11:30"), version: 2, changed: "08:30" }),
    ];
    expect(rung(news)).toEqual(["10:00", "11:00", "11:30", "12:00", "13:00"]);
  });

  test("is completed, skipped, moved again or taken back as the date that it is", () => {
    const away = aSeries({ due: moved("10:00", "09:30"), version: 2, changed: "08:30" });
    const after = (due: Task["due"]) => [
      aSeries({ due: "10:00" }),
      away,
      aSeries({ due, version: 3, changed: "09:00" }),
    ];
    expect(rung(after(dueAt(at("11:00"), "UTC")))).toEqual(["11:00", "12:00", "13:00"]);
    expect(rung(after(moved("10:00", "10:30")))).toEqual(["10:30", "11:00", "12:00", "13:00"]);
    expect(rung(after(dueAt(at("10:00"), "UTC")))).toEqual(["10:00", "11:00", "12:00", "13:00"]);
  });

  test("says which date it is when it rings", () => {
    const [said] = play([aSeries({ due: moved("10:00", "09:30") })]);
    expect(said?.task_due).toEqual(moved("10:00", "09:30"));
  });

  test("rings once for a reminder whose moment the move leaves alone", () => {
    const reminders = [{ days: 0, time: "08:30" }];
    const news = [
      aSeries({ due: "10:00", reminders }),
      aSeries({ due: moved("10:00", "09:00"), reminders, version: 2, changed: "08:30" }),
      aSeries({ due: moved("10:00", "11:00"), reminders, version: 3, changed: "09:00" }),
    ].map((task) => ({ ...task, repeat: { ...aSeries().repeat, ...DAILY_AT_TEN } }));
    expect(rung(news)).toEqual(["08:30"]);
  });
});

const DAILY_AT_TEN = {
  rule: "FREQ=DAILY",
  start: "2026-11-22T10:00:00",
  timezone: "UTC",
  from: "schedule" as const,
};
