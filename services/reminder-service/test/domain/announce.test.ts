import { describe, expect, test } from "@jest/globals";
import { ReminderDue } from "@todo-mesh/contracts";
import { announce, reminderFor } from "../../src/domain/announce.ts";
import type { Ledger, Reminder } from "../../src/domain/ledger.ts";
import { planReminders } from "../../src/domain/plan-reminders.ts";
import { occurrenceIdOf, reminderIdOf } from "../../src/domain/reminder-ids.ts";
import { aTask, at, TASK_ID } from "../a-task.ts";

const NAME = reminderIdOf(TASK_ID, "due");
const now = at("09:00");
const ledger = planReminders(undefined, aTask({ due: "09:00" }), at("08:00"));
const completed = aTask({ due: "09:00", version: 2, status: "done" });

const only = ({ reminders: [reminder] }: Ledger): Reminder => {
  if (!reminder) throw new Error("The ledger has no reminder");
  return reminder;
};
const stateOf = (told: { ledger: Ledger }): string => only(told.ledger).state;

describe("the reminder a timer was set for", () => {
  test.each<[string, Ledger | undefined, { name: string; at: Date }, boolean]>([
    ["is the one of that name and instant", ledger, { name: NAME, at: now }, true],
    ["is none at another instant", ledger, { name: NAME, at: at("10:00") }, false],
    ["is none of another name", ledger, { name: "another", at: now }, false],
    ["is none without a ledger", undefined, { name: NAME, at: now }, false],
    [
      "is none once cancelled",
      planReminders(ledger, completed, now),
      { name: NAME, at: now },
      false,
    ],
  ])("%s", (_sentence, from, timer, found) => {
    expect(reminderFor(from, timer) !== undefined).toBe(found);
  });

  test("is none once it was announced", () => {
    const told = announce(ledger, only(ledger), { standing: undefined, now });
    expect(reminderFor(told.ledger, { name: NAME, at: now })).toBeUndefined();
  });
});

const ring = (standing: Parameters<typeof announce>[2]["standing"], when = now) =>
  announce(ledger, only(ledger), { standing, now: when });

test("a task that stands is announced with its title as it reads now", () => {
  const told = ring({ stands: true, title: "call mum at once" });
  expect(told.said).toMatchObject({ title: "call mum at once", late: false });
  expect(stateOf(told)).toBe("announced");
});

test("a task that does not stand falls silent, and the ledger says why", () => {
  const told = ring({ stands: false });
  expect(told.said).toBeUndefined();
  expect(only(told.ledger).history.at(-1)).toMatchObject({
    state: "superseded",
    cause: "chat-api says that the task has changed; the news is on its way",
  });
});

test("without an answer it is announced with the title last heard", () => {
  const told = ring(undefined);
  expect(told.said?.title).toBe("call mum");
  expect(only(told.ledger).history.map(({ state }) => state)).toEqual([
    "planned",
    "due",
    "announced",
  ]);
});

test.each([
  ["a minute after its time it is not late", at("09:01"), false],
  ["past a minute it is", new Date(at("09:01").getTime() + 1), true],
])("%s", (_sentence, when, late) => {
  expect(ring(undefined, when).said?.late).toBe(late);
});

test("what it says keeps the contract", () => {
  const { said } = ring({ stands: true });
  expect(ReminderDue.data.parse(said)).toEqual(said);
});

test("a silenced reminder is planned again when the news is of another time", () => {
  const { ledger: silenced } = ring({ stands: false });
  const news = aTask({ due: "10:00", version: 2, changed: "08:59" });
  expect(only(planReminders(silenced, news, at("09:01"))).state).toBe("planned");
});

describe("an occurrence", () => {
  test("has the same id however its instant is written", () => {
    const written = ["2026-11-22T09:00:00Z", "2026-11-22T09:00:00.000Z"];
    const ids = written.map((due_at) => occurrenceIdOf({ id: NAME, due_at }));
    expect(ids[0]).toBe(ids[1]);
  });

  test("is another at another instant, or of another task", () => {
    const due_at = now.toISOString();
    const ids = [
      occurrenceIdOf({ id: NAME, due_at }),
      occurrenceIdOf({ id: NAME, due_at: at("10:00").toISOString() }),
      occurrenceIdOf({ id: reminderIdOf("another task", "due"), due_at }),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
