import { describe, expect, test } from "@jest/globals";
import type { ReminderDue, Task } from "@todo-mesh/contracts";
import { announceDue, isWanted } from "../../src/domain/announce.ts";
import { Ledger } from "../../src/domain/ledger.ts";
import { nextNag } from "../../src/domain/nag.ts";
import { planReminders } from "../../src/domain/plan-reminders.ts";
import { timersWanted } from "../../src/domain/timers-between.ts";
import { aSeries } from "../a-series.ts";
import { aTask, at, dueAt } from "../a-task.ts";

const NAG = { every_minutes: 10, times: 3 };
const nagging = (facts: Parameters<typeof aTask>[0] = {}) =>
  aTask({ due: "09:00", nag: NAG, ...facts });

type Step = Task | { readonly at: string };

/** What happens one after the other: news is heard, or all that is due at that time rings. */
function play(...steps: readonly Step[]) {
  const said: ReminderDue[] = [];
  let ledger: Ledger | undefined;
  for (const each of steps) {
    if (!("at" in each)) ledger = planReminders(ledger, each, at("08:30"));
    else if (ledger) {
      const now = at(each.at);
      const current = ledger;
      const due = timersWanted(current).filter((timer) => timer.at <= now);
      if (due.some((timer) => isWanted(current, timer)) && current.task) {
        const told = announceDue({ ...current, task: current.task }, due, { now, cause: "" });
        ledger = told.ledger;
        said.push(...told.said);
      }
    }
  }
  return { ledger, said };
}
const clock = (iso: string | undefined) => iso?.slice(11, 16);
const rung = (...steps: readonly Step[]) =>
  play(...steps).said.map(({ due_at, nag }) => `${clock(due_at)}${nag ? ` nag ${nag}` : ""}`);
const next = (...steps: readonly Step[]) => {
  const { ledger } = play(...steps);
  return clock(ledger && nextNag(ledger)?.at.toISOString());
};
const times = (...clocks: readonly string[]): Step[] => clocks.map((each) => ({ at: each }));

describe("a task that nags", () => {
  test("rings again every so many minutes, so many times", () => {
    expect(rung(nagging(), ...times("09:00", "09:10", "09:20", "09:30", "09:40", "10:00"))).toEqual(
      ["09:00", "09:10 nag 1", "09:20 nag 2", "09:30 nag 3"],
    );
  });

  test("says each time what it is about, as an occurrence of its own", () => {
    const { said } = play(nagging(), ...times("09:00", "09:10", "09:20"));
    expect(new Set(said.map(({ occurrence_id }) => occurrence_id)).size).toBe(3);
    expect(new Set(said.map(({ reminder_id }) => reminder_id)).size).toBe(1);
    expect(said.map(({ task_due }) => task_due)).toEqual([1, 2, 3].map(() => dueAt(at("09:00"))));
  });

  test("goes on from the reminder that was announced last: there is one chain", () => {
    const both = nagging({ reminders: [{ minutes: -5 }, { minutes: 0 }] });
    expect(rung(both, ...times("08:55", "09:00", "09:05", "09:10", "09:15", "09:20"))).toEqual([
      "08:55",
      "09:00",
      "09:10 nag 1",
      "09:20 nag 2",
    ]);
  });

  test("that was not there for hours rings once for what it left out, and goes on from then", () => {
    const steps = [nagging({ nag: { every_minutes: 10, times: 9 } }), ...times("09:00", "09:10")];
    expect(rung(...steps, ...times("12:03", "12:04", "12:13"))).toEqual([
      "09:00",
      "09:10 nag 1",
      "09:20 nag 2",
      "12:13 nag 3",
    ]);
    expect(play(...steps, ...times("12:03")).said.at(-1)?.late).toBe(true);
  });

  test("counts from when a late reminder rang", () => {
    expect(next(nagging(), ...times("11:00"))).toBe("11:10");
  });

  test("tells of it in the ledger, which can be stored and read again", () => {
    const { ledger } = play(nagging(), ...times("09:00", "09:10"));
    expect(ledger?.reminders[0]?.state).toBe("announced");
    expect(ledger?.reminders[0]?.history.at(-1)?.cause).toContain("time 1 of 3");
    expect(Ledger.parse(ledger)).toEqual(ledger);
  });
});

const later = { version: 2, changed: "09:05" };
test.each<[string, Task, string | undefined]>([
  ["is completed", nagging({ ...later, status: "done" }), undefined],
  ["is deleted", nagging({ ...later, deleted_at: at("09:05").toISOString() }), undefined],
  ["is moved", nagging({ ...later, due: "12:00" }), undefined],
  ["has no due time any more", aTask({ ...later, nag: NAG }), undefined],
  ["loses its nag", aTask({ ...later, due: "09:00" }), undefined],
  ["loses the reminder that rang", nagging({ ...later, reminders: [{ minutes: 60 }] }), undefined],
  ["is only renamed", nagging({ ...later, title: "call dad" }), "09:10"],
  ["nags more often", nagging({ ...later, nag: { every_minutes: 7, times: 3 } }), "09:07"],
])("once the task %s the next repetition is as it should be", (_how, news, expected) => {
  expect(next(nagging(), { at: "09:00" }, news)).toBe(expected);
});

describe("a chain", () => {
  test("does not begin again when an ended one could", () => {
    const done = nagging({ ...later, status: "done" });
    const reopened = nagging({ version: 3, changed: "09:06" });
    expect(next(nagging(), { at: "09:00" }, done, reopened)).toBeUndefined();
  });

  test("that was repeated as often as it shall be now has ended, and stays so", () => {
    const steps = [nagging(), ...times("09:00", "09:10", "09:20")];
    const fewer = nagging({ version: 2, changed: "09:25", nag: { ...NAG, times: 2 } });
    expect(next(...steps, fewer)).toBeUndefined();
    expect(next(...steps, fewer, nagging({ version: 3, changed: "09:26" }))).toBeUndefined();
  });

  test("does not begin with news: a nag that comes after the reminder waits for the next one", () => {
    expect(next(aTask({ due: "09:00" }), { at: "09:00" }, nagging(later))).toBeUndefined();
  });

  test("ends when the task is moved, also where what rang has a moment of its own", () => {
    const own = { reminders: [dueAt(at("08:40"))] };
    const moved = nagging({ ...own, due: "12:00", version: 2, changed: "08:45" });
    expect(next(nagging(own), { at: "08:40" })).toBe("08:50");
    expect(next(nagging(own), { at: "08:40" }, moved)).toBeUndefined();
  });

  test("of a task without a due time repeats what had a moment of its own", () => {
    const own = aTask({ nag: NAG, reminders: [dueAt(at("08:40"))] });
    expect(rung(own, ...times("08:40", "08:50"))).toEqual(["08:40", "08:50 nag 1"]);
  });
});

const series = (facts: Parameters<typeof aTask>[0] = {}) =>
  aSeries({ nag: { every_minutes: 20, times: 9 }, ...facts });

describe("a series that nags", () => {
  test("begins anew with each of its dates", () => {
    expect(rung(series(), ...times("09:00", "09:20", "09:40", "10:00", "10:20"))).toEqual([
      "09:00",
      "09:20 nag 1",
      "09:40 nag 2",
      "10:00",
      "10:20 nag 1",
    ]);
  });

  test("is quiet once the date that rang was done", () => {
    const done = series({ due: "10:00", version: 2, changed: "09:05" });
    expect(rung(series(), { at: "09:00" }, done, ...times("09:20", "10:00"))).toEqual([
      "09:00",
      "10:00",
    ]);
  });

  test("is quiet once its due time was moved, also where a later date had rung", () => {
    const moved = series({ due: "09:30", version: 2, changed: "10:05" });
    expect(next(series(), ...times("09:00", "10:00"), moved)).toBeUndefined();
  });

  test("says at which of its dates it is", () => {
    const { said } = play(series(), ...times("09:00", "10:00", "10:20"));
    expect(said.at(-1)).toMatchObject({ nag: 1, task_due: { at: at("10:00").toISOString() } });
  });

  test("a repetition at the very moment of the next date is another occurrence", () => {
    const hourly = aSeries({ nag: { every_minutes: 60, times: 9 } });
    const { ledger } = play(hourly, { at: "09:00" });
    const nag = ledger && nextNag(ledger);
    if (!ledger?.task || !nag) throw new Error("It does not nag");
    const now = at("10:00");
    const first = announceDue({ ...ledger, task: ledger.task }, [nag], { now, cause: "" });
    const { said } = announceDue(first.ledger, timersWanted(first.ledger), { now, cause: "" });
    expect(first.said[0]?.occurrence_id).not.toBe(said[0]?.occurrence_id);
  });
});
