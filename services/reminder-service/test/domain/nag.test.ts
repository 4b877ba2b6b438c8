import { describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { nextNag } from "../../src/domain/announcing/nag.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { aTask, at, dueAt } from "../a-task.ts";
import { NAG, nagging, next, play, rung, times } from "./nagging.ts";

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
    expect(ledger?.reminders[0]?.history.at(-1)).toMatchObject({
      cause: "nag",
      facts: { time: 1, of: 3 },
    });
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
  test.each<[string, Task]>([
    ["completed and reopened", nagging({ ...later, status: "done" })],
    ["deleted and restored", nagging({ ...later, deleted_at: at("09:05").toISOString() })],
    ["moved and moved back", nagging({ ...later, due: "12:00" })],
    ["without its nag for a while", aTask({ ...later, due: "09:00" })],
    ["without that reminder for a while", nagging({ ...later, reminders: [{ minutes: 60 }] })],
    ["and may be repeated more often again", nagging({ ...later, nag: { ...NAG, times: 1 } })],
  ])("of a task %s goes on from what it announced last", (_how, away) => {
    const back = nagging({ version: 3, changed: "09:12" });
    const steps = [nagging(), ...times("09:00", "09:10"), away];
    expect(next(...steps)).toBeUndefined();
    expect(rung(...steps, back, ...times("09:20", "09:30", "09:40"))).toEqual([
      "09:00",
      "09:10 nag 1",
      "09:20 nag 2",
      "09:30 nag 3",
    ]);
  });

  test("of a ledger of before, which did not say what was due then, pauses and goes on as well", () => {
    const { ledger } = play(nagging(), { at: "09:00" });
    if (!ledger?.nagging) throw new Error("It does not nag");
    const { task_due: _, ...chain } = ledger.nagging;
    const { announced: __, ...rest } = ledger;
    const old = Ledger.parse({ ...rest, nagging: chain });
    const moved = planReminders(old, nagging({ ...later, due: "12:00" }), at("09:05"));
    expect(nextNag(moved)).toBeUndefined();
    const back = planReminders(moved, nagging({ version: 3, changed: "09:06" }), at("09:06"));
    expect(nextNag(back)?.at).toEqual(at("09:10"));
  });

  test("taken up again late goes on at a moment it would have had, and makes up for none", () => {
    const { ledger } = play(nagging(), { at: "09:00" }, nagging({ ...later, status: "done" }));
    const back = nagging({ version: 3, changed: "11:04" });
    const nag = ledger && nextNag(planReminders(ledger, back, at("11:04")));
    expect(nag?.at).toEqual(at("11:10"));
  });

  test("does not come back once something else rang, or it was repeated to its end", () => {
    const moved = nagging({ ...later, due: "09:30" });
    const back = nagging({ version: 3, changed: "09:31" });
    const other = [nagging(), { at: "09:00" }, moved, { at: "09:30" }];
    expect(next(...other)).toBe("09:40");
    expect(next(...other, back)).toBeUndefined();
    const ended = [nagging(), ...times("09:00", "09:10", "09:20", "09:30")];
    const [done, reopened] = [
      nagging({ version: 2, changed: "09:31", status: "done" }),
      nagging({ version: 3, changed: "09:32" }),
    ];
    expect(next(...ended, done, reopened)).toBeUndefined();
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
