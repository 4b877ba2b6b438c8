import { expect, test } from "@jest/globals";
import type { DueTime, Task } from "@todo-mesh/contracts";
import { announceDue } from "../../src/domain/announcing/announce.ts";
import type { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { triggersOf } from "../../src/domain/triggers/triggers.ts";
import { timersWanted } from "../../src/domain/planning/timers-between.ts";
import { aSeries } from "../a-series.ts";
import { aTask, at, dueAt } from "../a-task.ts";

// A due time that is left when its rule is taken away is the date that it was: for one moment of it there is one ring.

/** The date of 09:00, moved to 09:45. */
const moved: DueTime = {
  ...dueAt(at("09:45"), "UTC"),
  occurrence: { at: at("09:00").toISOString(), local: dueAt(at("09:00"), "UTC").local },
};
const asSeries = (facts: Partial<Task> = {}): Task => aSeries({ ...facts, due: moved });
const withoutRule = (facts: Parameters<typeof aTask>[0] = {}): Task =>
  aTask({ due: "09:45", version: 2, changed: "08:30", ...facts });

const hear = (ledger: Ledger | undefined, task: Task, time: string): Ledger =>
  planReminders(ledger, task, at(time));

function ring(ledger: Ledger, time: string) {
  const due = timersWanted(ledger).filter((timer) => timer.at <= at(time));
  if (!ledger.task) throw new Error("There is no task");
  return announceDue({ ...ledger, task: ledger.task }, due, {
    now: at(time),
    cause: { code: "unchanged" },
  });
}
const rungAsSeries = (facts: Partial<Task> = {}): Ledger =>
  ring(hear(undefined, asSeries(facts), "08:00"), "09:45").ledger;

test("where it rang before that was heard of, it does not ring again", () => {
  const after = hear(rungAsSeries(), withoutRule(), "09:50");
  expect(timersWanted(after)).toEqual([]);
});

test("nor does it by another name for the same moment", () => {
  const after = hear(rungAsSeries(), withoutRule({ reminders: [{ days: 0 }] }), "09:50");
  expect(timersWanted(after)).toHaveLength(1);
  expect(ring(after, "09:50").said).toEqual([]);
});

test("where nobody was there for it, it rings all the same", () => {
  const first = hear(undefined, withoutRule({ changed: "10:00" }), "10:10");
  const after = hear(first, asSeries(), "10:10");
  const { said } = ring(after, "10:10");
  expect(said.map(({ due_at }) => due_at)).toEqual([at("09:45").toISOString()]);
});

test("what repeats it until it is done goes on", () => {
  const nag = { every_minutes: 10, times: 3 };
  const after = hear(rungAsSeries({ nag }), withoutRule({ nag, changed: "09:50" }), "09:50");
  expect(ring(after, "09:55").said.map((said) => said.nag)).toEqual([1]);
});

test("two dates of one day that ring at one moment stay two dates", () => {
  const evening = { at: new Date(at("19:00").getTime() - 86_400_000), timezone: "UTC" };
  const reminders = [{ days: -1, time: "19:00" }];
  const rings = triggersOf(aSeries({ due: dueAt(at("09:00"), "UTC"), reminders }), "days:-1@19:00");
  for (const date of ["09:00", "12:00"].map((time) => dueAt(at(time), "UTC")))
    expect(rings?.same({ ...evening, date })?.date).toMatchObject({ at: date.at });
});
