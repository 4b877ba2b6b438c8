import { orders } from "../orders.ts";
import { describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { announceDue, isWanted } from "../../src/domain/announcing/announce.ts";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { timersWanted } from "../../src/domain/planning/timers-between.ts";
import { aSeries, hourly } from "../a-series.ts";
import { aTask, at } from "../a-task.ts";

const created = aSeries({ due: "09:00" });
const retitled = aSeries({ due: "09:00", version: 2, changed: "10:30", title: "call dad" });
const done = aSeries({ due: "09:00", version: 3, changed: "10:40", status: "done" });

type Step = Task | { rings: string };

/** What happens one after the other: news is heard at 08:30, a reminder rings at its time. */
const after = (...steps: readonly Step[]): Ledger | undefined =>
  steps.reduce<Ledger | undefined>((ledger, each) => {
    if (!("rings" in each)) return planReminders(ledger, each, at("08:30"));
    const [timer] = timersWanted(ledger);
    if (!ledger || !timer || !isWanted(ledger, timer)) return ledger;
    return announceDue(ledger, [timer], { now: at(each.rings), cause: { code: "unchanged" } })
      .ledger;
  }, undefined);

const stateOf = (ledger: Ledger | undefined) => {
  const [reminder] = ledger?.reminders ?? [];
  return reminder && { state: reminder.state, due: reminder.due_at.slice(11, 16) };
};

test.each<[string, readonly Step[], object]>([
  ["it is planned at its due time", [created], { state: "planned", due: "09:00" }],
  [
    "once it rang it is planned at its next date",
    [created, { rings: "09:00" }],
    { state: "planned", due: "10:00" },
  ],
  [
    "a new title leaves it at the date that it went on to",
    [created, { rings: "09:00" }, { rings: "10:00" }, retitled],
    { state: "planned", due: "11:00" },
  ],
  [
    "a new title does not silence a date that has yet to ring",
    [created, { rings: "09:00" }, retitled],
    { state: "planned", due: "10:00" },
  ],
  [
    "a new title heard of first goes on at the next date",
    [retitled],
    { state: "planned", due: "11:00" },
  ],
  [
    "and the older news that had set a time that never rang brings it back",
    [retitled, created],
    { state: "planned", due: "09:00" },
  ],
  [
    "but not when the task was done since",
    [retitled, done, created],
    { state: "cancelled", due: "11:00" },
  ],
  [
    "nor when it rang since",
    [retitled, { rings: "11:00" }, created],
    { state: "planned", due: "12:00" },
  ],
  [
    "late news made before a date that rang does not ring it again",
    [created, { rings: "09:00" }, aSeries({ due: "09:00", version: 2, changed: "08:59" })],
    { state: "planned", due: "10:00" },
  ],
  [
    "nor a date before the one that rang last",
    [
      created,
      { rings: "09:00" },
      { rings: "10:00" },
      aSeries({ due: "09:00", version: 2, changed: "08:59" }),
    ],
    { state: "planned", due: "11:00" },
  ],
  [
    "completed and rolled forward it is planned at its new due time",
    [created, { rings: "09:00" }, aSeries({ due: "12:00", version: 2, changed: "09:30" })],
    { state: "planned", due: "12:00" },
  ],
  [
    "moved this once it is planned there, and goes on by its rule",
    [
      created,
      { rings: "09:00" },
      aSeries({ due: "09:45", version: 2, changed: "09:30" }),
      { rings: "09:45" },
    ],
    { state: "planned", due: "10:00" },
  ],
  [
    "with another rule it leaves the dates of the old one",
    [
      created,
      { rings: "09:00" },
      aSeries({
        due: "09:30",
        version: 2,
        changed: "09:10",
        repeat: { ...hourly, start: "2026-11-22T09:30:00" },
      }),
    ],
    { state: "planned", due: "09:30" },
  ],
  [
    "without a rule any more it falls silent, for its due time has rung",
    [created, { rings: "09:00" }, aTask({ due: "09:00", version: 2, changed: "09:30" })],
    { state: "missed", due: "09:00" },
  ],
  [
    "deleted it is cancelled",
    [created, { rings: "09:00" }, { ...retitled, deleted_at: at("10:30").toISOString() }],
    { state: "cancelled", due: "10:00" },
  ],
  [
    "restored it goes on at its first date after that",
    [
      created,
      { rings: "09:00" },
      { ...retitled, deleted_at: at("10:30").toISOString() },
      aSeries({ due: "09:00", version: 3, changed: "12:10" }),
    ],
    { state: "planned", due: "13:00" },
  ],
  [
    "at the end of its series it has been announced, and stays so",
    [
      aSeries({ due: "09:00", repeat: { ...hourly, rule: "FREQ=HOURLY;COUNT=1" } }),
      { rings: "09:00" },
    ],
    { state: "announced", due: "09:00" },
  ],
  [
    "counted from its completion it waits after it rang",
    [aSeries({ due: "09:00", repeat: { ...hourly, from: "completion" } }), { rings: "09:00" }],
    { state: "announced", due: "09:00" },
  ],
  [
    "after a night without anybody it rings once and goes on from now",
    [created, { rings: "17:20" }],
    { state: "planned", due: "18:00" },
  ],
])("a series: %s", (_sentence, steps, expected) => {
  expect(stateOf(after(...steps))).toEqual(expected);
});

test("the ledger tells why a date was passed over, and can be stored and read again", () => {
  const ledger = after(created, { rings: "11:20" });
  expect(ledger?.reminders[0]?.history.map(({ state }) => state)).toEqual([
    "planned",
    "missed",
    "due",
    "announced",
    "planned",
  ]);
  expect(ledger?.reminders[0]?.history[1]?.cause).toBe("caught-up");
  expect(Ledger.parse(ledger)).toEqual(ledger);
});

describe("in whatever order news comes, and twice,", () => {
  test.each<[string, readonly Task[], object]>([
    [
      "a series whose time has yet to ring has it",
      [created, retitled],
      { state: "planned", due: "09:00" },
    ],
    [
      "a series that was rolled forward is at its new time",
      [created, retitled, aSeries({ due: "12:00", version: 3, changed: "11:30" })],
      { state: "planned", due: "12:00" },
    ],
  ])("%s", (_how, news, expected) => {
    for (const order of orders(news)) expect(stateOf(after(...order, ...order))).toEqual(expected);
  });

  test("a series that is done in the end is silent", () => {
    for (const order of orders([created, retitled, done]))
      expect(stateOf(after(...order, ...order))?.state ?? "cancelled").toBe("cancelled");
  });
});
