import { describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { announceDue } from "../../src/domain/announcing/announce.ts";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { timersWanted } from "../../src/domain/planning/timers-between.ts";
import { aSeries } from "../a-series.ts";
import { aTask, at, dueAt } from "../a-task.ts";

const own = dueAt(at("09:00"));
const plan = (task: Task) => planReminders(undefined, task, at("08:30"));

/** All timers of that time fire, together or one by one, the last first. */
function ring(ledger: Ledger, time: string, oneByOne: boolean) {
  const said: ReminderDue[] = [];
  let current = ledger;
  const due = timersWanted(ledger).filter((timer) => timer.at <= at(time));
  for (const timers of oneByOne ? due.toReversed().map((timer) => [timer]) : [due]) {
    if (!current.task) throw new Error("There is no task");
    const moment = { now: at(time), cause: { code: "time-came" } as const };
    const told = announceDue({ ...current, task: current.task }, timers, moment);
    current = Ledger.parse(JSON.parse(JSON.stringify(told.ledger)));
    said.push(...told.said);
  }
  return { ledger: current, said };
}

describe.each([false, true])("with timers one by one: %s", (oneByOne) => {
  test.each<[string, Task["reminders"]]>([
    ["no minutes from it and the moment itself", [{ minutes: 0 }, own]],
    ["no days and no minutes from it", [{ days: 0 }, { minutes: 0 }]],
    ["an hour before, in days and in minutes", [{ days: 0, time: "09:00" }, { minutes: -60 }]],
  ])("%s is one ring, the same whichever comes first, and both tell of it", (_how, reminders) => {
    const due = reminders?.some((each) => "time" in each) ? "10:00" : "09:00";
    const local = dueAt(at(due), "UTC");
    const planned = plan(aTask({ due: local, reminders }));
    expect(timersWanted(planned)).toHaveLength(2);
    const { ledger, said } = ring(planned, "09:00", oneByOne);
    expect(said).toHaveLength(1);
    expect(said[0]?.occurrence_id).toBe(ring(planned, "09:00", !oneByOne).said[0]?.occurrence_id);
    expect(ledger.reminders.map(({ state }) => state)).toEqual(["announced", "announced"]);
    const causes = ledger.reminders.map(({ history }) => history.at(-1)?.cause);
    expect(new Set(causes)).toEqual(new Set(["rang-with", "rang-for"]));
    expect(timersWanted(ledger)).toEqual([]);
  });

  test("two dates of a series at one moment are two rings", () => {
    const task = aSeries({ reminders: [{ minutes: 0 }, { minutes: -60 }, own], due: "09:00" });
    const first = ring(plan(task), "08:00", oneByOne);
    const { said } = ring(first.ledger, "09:00", oneByOne);
    expect(said.map(({ task_due }) => task_due && "at" in task_due && task_due.at)).toEqual([
      at("09:00").toISOString(),
      at("10:00").toISOString(),
    ]);
  });

  test("a series rings once at each date, also after hours without any process", () => {
    const task = aSeries({ reminders: [{ minutes: 0 }, { days: 0 }] });
    const first = ring(plan(task), "09:00", oneByOne);
    const late = ring(first.ledger, "13:20", oneByOne);
    expect([...first.said, ...late.said].map(({ due_at }) => due_at.slice(11, 16))).toEqual([
      "09:00",
      "13:00",
    ]);
  });

  test("a repetition gives way to a reminder of the same moment and date", () => {
    const nag = { every_minutes: 10, times: 3 };
    const task = aTask({ due: "09:00", reminders: [{ minutes: 0 }, { minutes: 10 }], nag });
    const first = ring(plan(task), "09:00", oneByOne);
    const { said } = ring(first.ledger, "09:10", oneByOne);
    expect(said.map((each) => each.nag)).toEqual([undefined]);
  });
});

test("a reminder that is moved to a moment that rang is one with it", () => {
  const before = aTask({ due: "10:00", reminders: [{ minutes: 0 }, own] });
  const rung = ring(plan(before), "09:00", false);
  const moved = aTask({ ...before, due: "09:00", version: 2, changed: "09:00" });
  const after = planReminders(rung.ledger, moved, at("09:00"));
  expect(timersWanted(after)).toHaveLength(1);
  const { ledger, said } = ring(after, "09:00", false);
  expect([said, timersWanted(ledger)]).toEqual([[], []]);
});

test("a ledger of before, with one rung and the other still planned, rings no second time", () => {
  const task = aTask({ due: "09:00", reminders: [{ minutes: 0 }, own] });
  const planned = plan(task);
  const reminders = planned.reminders.map((reminder) =>
    reminder.slot === "due" ? { ...reminder, state: "announced", rang: [own.at] } : reminder,
  );
  const old = Ledger.parse({ ...planned, reminders });
  const { ledger, said } = ring(old, "09:00", false);
  expect([said, timersWanted(ledger)]).toEqual([[], []]);
});

test("a due time with milliseconds rings at them, and not before, however it is counted", () => {
  const due = { ...dueAt(at("09:00"), "UTC"), at: "2026-11-22T09:00:00.750Z" };
  const planned = plan(aTask({ due, reminders: [{ days: 0 }, { minutes: 0 }] }));
  expect(timersWanted(planned).map((timer) => timer.at.toISOString())).toEqual([due.at, due.at]);
});
