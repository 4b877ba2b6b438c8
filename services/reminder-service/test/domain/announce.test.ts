import { describe, expect, test } from "@jest/globals";
import { type Task } from "@todo-mesh/contracts";
import { ReminderDue } from "@todo-mesh/contracts/events";
import { announceDue, isWanted } from "../../src/domain/announcing/announce.ts";
import type { Ledger, LiveLedger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { occurrenceIdOf, reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aTask, at, dueAt, TASK_ID } from "../a-task.ts";

const NAME = reminderIdOf(TASK_ID, "due");
const now = at("09:00");
const timer = { name: NAME, at: now };
const completed = aTask({ due: "09:00", version: 2, status: "done" });

const planned = (task: Task): LiveLedger => {
  const { task: facts, ...ledger } = planReminders(undefined, task, at("08:00"));
  if (!facts) throw new Error("The ledger has no task");
  return { ...ledger, task: facts };
};
const ledger = planned(aTask({ due: "09:00" }));

describe("what a timer was set for is wanted", () => {
  test.each<[string, Ledger, { name: string; at: Date }, boolean]>([
    ["by the reminder of that name and instant", ledger, timer, true],
    ["not at another instant", ledger, { name: NAME, at: at("10:00") }, false],
    ["not under another name", ledger, { name: "another", at: now }, false],
    ["not once cancelled", planReminders(ledger, completed, now), timer, false],
    [
      "not once announced",
      announceDue(ledger, [timer], { now, cause: { code: "unchanged" } }).ledger,
      timer,
      false,
    ],
  ])("%s", (_sentence, from, set, wanted) => {
    expect(isWanted(from, set)).toBe(wanted);
  });
});

const ring = (when = now, of = ledger, timers = [timer]) =>
  announceDue(of, timers, { now: when, cause: { code: "unchecked" } });

test("a reminder is announced, and the ledger says why", () => {
  const told = ring();
  expect(told.said).toMatchObject([{ title: "call mum", late: false }]);
  expect(told.ledger.reminders[0]?.history.map(({ state }) => state)).toEqual([
    "planned",
    "due",
    "announced",
  ]);
  expect(told.ledger.reminders[0]?.history.at(-1)?.cause).toBe("unchecked");
});

test.each([
  ["a minute after its time it is not late", at("09:01"), false],
  ["past a minute it is", new Date(at("09:01").getTime() + 1), true],
])("%s", (_sentence, when, late) => {
  expect(ring(when).said[0]?.late).toBe(late);
});

describe("what it says", () => {
  test("keeps the contract, and tells what the task is, and when it is due", () => {
    const task = aTask({ due: "09:00", priority: "high", reminders: [{ minutes: -10 }] });
    const set = { name: reminderIdOf(TASK_ID, "minutes:-10"), at: at("08:50") };
    const [said] = ring(at("08:50"), planned(task), [set]).said;
    expect(ReminderDue.data.parse(said)).toEqual(said);
    expect(said).toMatchObject({
      priority: "high",
      due_at: at("08:50").toISOString(),
      task_due: dueAt(at("09:00")),
      timezone: "Europe/Rome",
    });
    expect(said).not.toHaveProperty("nag");
  });

  test("at a moment of its own has that moment's zone, and when the task is due, if it is", () => {
    const own = dueAt(at("08:30"), "Asia/Tokyo");
    const set = { name: reminderIdOf(TASK_ID, `at:${own.at}`), at: at("08:30") };
    const undue = ring(at("08:30"), planned(aTask({ reminders: [own] })), [set]).said[0];
    expect(undue).toMatchObject({ timezone: "Asia/Tokyo", due_at: own.at });
    expect(undue).not.toHaveProperty("task_due");
    const dated = planned(aTask({ due: "09:00", reminders: [own] }));
    expect(ring(at("08:30"), dated, [set]).said[0]?.task_due).toEqual(dueAt(at("09:00")));
  });
});

test("of two that are due together the earlier is said first", () => {
  const both = planned(aTask({ due: "09:00", reminders: [{ minutes: 0 }, { minutes: -10 }] }));
  const before = { name: reminderIdOf(TASK_ID, "minutes:-10"), at: at("08:50") };
  const { said } = ring(at("09:00"), both, [timer, before]);
  expect(said.map(({ due_at }) => due_at.slice(11, 16))).toEqual(["08:50", "09:00"]);
});

describe("an occurrence", () => {
  test("has the same id however its instant is written", () => {
    const written = ["2026-11-22T09:00:00Z", "2026-11-22T09:00:00.000Z"];
    const ids = written.map((due_at) => occurrenceIdOf({ id: NAME, due_at }));
    expect(ids[0]).toBe(ids[1]);
  });

  test("is another at another instant, of another reminder, or of another task", () => {
    const due_at = now.toISOString();
    const ids = [
      occurrenceIdOf({ id: NAME, due_at }),
      occurrenceIdOf({ id: NAME, due_at: at("10:00").toISOString() }),
      occurrenceIdOf({ id: reminderIdOf(TASK_ID, "minutes:-10"), due_at }),
      occurrenceIdOf({ id: reminderIdOf("another task", "due"), due_at }),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});
