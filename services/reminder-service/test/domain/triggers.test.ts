import { describe, expect, test } from "@jest/globals";
import type { Due, Repeat, TaskReminder } from "@todo-mesh/contracts";
import { instantOf } from "@todo-mesh/recurrence";
import type { Trigger } from "../../src/domain/triggers/trigger.ts";
import { triggersOf } from "../../src/domain/triggers/triggers.ts";
import { slotOf } from "../../src/domain/triggers/slots.ts";
import { aTask, dueAt } from "../a-task.ts";

const rome = "Europe/Rome";
const day = (date: string, begins: string, ends: string): Due => ({
  date,
  timezone: rome,
  begins_at: `${begins}:00:00.000Z`,
  ends_at: `${ends}:00:00.000Z`,
});
// The clocks of Rome go on in the night to 29 March 2026 and back in that to 25 October.
const saturday = dueAt(new Date("2026-03-28T08:00:00Z"));
const daily: Repeat = {
  rule: "FREQ=DAILY",
  start: "2026-03-28T09:00:00",
  timezone: rome,
  from: "schedule",
};
const rings = (reminder: TaskReminder, facts: Parameters<typeof aTask>[0]) => {
  const found = triggersOf(aTask({ reminders: [reminder], ...facts }), slotOf(reminder));
  if (!found) throw new Error("The task does not want it");
  return found;
};
const when = (ring: Trigger | undefined) => ring?.at.toISOString();

describe("a reminder of a task that does not repeat", () => {
  test.each<[string, TaskReminder, Due, string | undefined]>([
    ["at the due time", { minutes: 0 }, saturday, "2026-03-28T08:00:00.000Z"],
    ["minutes before it", { minutes: -10 }, saturday, "2026-03-28T07:50:00.000Z"],
    ["a day after it, at the same time", { days: 1 }, saturday, "2026-03-29T07:00:00.000Z"],
    ["the evening before", { days: -1, time: "19:00" }, saturday, "2026-03-27T18:00:00.000Z"],
    [
      "the evening before a whole day",
      { days: -1, time: "19:00" },
      day("2026-03-29", "2026-03-28T23", "2026-03-29T22"),
      "2026-03-28T18:00:00.000Z",
    ],
    [
      "at nine on a whole day of 23 hours",
      { days: 0, time: "09:00" },
      day("2026-03-29", "2026-03-28T23", "2026-03-29T22"),
      "2026-03-29T07:00:00.000Z",
    ],
    [
      "never at a whole day itself",
      { minutes: 0 },
      day("2026-03-29", "2026-03-28T23", "2026-03-29T22"),
      undefined,
    ],
    [
      "never minutes before a whole day",
      { minutes: -10 },
      day("2026-03-29", "2026-03-28T23", "2026-03-29T22"),
      undefined,
    ],
    [
      "never days before a whole day without a time",
      { days: -1 },
      day("2026-03-29", "2026-03-28T23", "2026-03-29T22"),
      undefined,
    ],
    [
      "never where no calendar reaches",
      { days: 366 },
      dueAt(new Date("9999-01-01T00:00:00Z"), "UTC"),
      undefined,
    ],
  ])("rings %s", (_when, reminder, due, expected) => {
    const { first, goesOn } = rings(reminder, { due });
    expect(when(first)).toBe(expected);
    expect(goesOn).toBe(false);
    expect(first?.date).toEqual(expected && due);
  });

  test("at a moment of its own rings then, whatever the due time, and speaks of no date", () => {
    const own = dueAt(new Date("2026-04-01T10:00:00Z"));
    for (const facts of [{}, { due: saturday }, { due: saturday, repeat: daily }]) {
      const { first, goesOn } = rings(own, facts);
      expect(first).toEqual({ at: new Date(own.at), timezone: rome });
      expect(goesOn).toBe(false);
    }
  });

  test("without a due time there is nothing to count from", () => {
    expect(triggersOf(aTask({ reminders: [{ minutes: -10 }] }), "minutes:-10")).toBeUndefined();
  });
});

describe("a reminder of a fixed series", () => {
  test("keeps its wall time over a change of the clocks, and minutes are exact", () => {
    const evening = rings({ days: -1, time: "19:00" }, { due: saturday, repeat: daily });
    const first = evening.from(new Date("2026-03-27T00:00:00Z"), instantOf(saturday));
    expect(when(first)).toBe("2026-03-27T18:00:00.000Z");
    const second = first && evening.after(first);
    expect(when(second)).toBe("2026-03-28T18:00:00.000Z");
    expect(when(second && evening.after(second))).toBe("2026-03-29T17:00:00.000Z");
    const before = rings({ minutes: -60 }, { due: saturday, repeat: daily });
    expect(when(before.first && before.after(before.first))).toBe("2026-03-29T06:00:00.000Z");
  });

  test("tells the date that it speaks of", () => {
    const before = rings({ days: -2 }, { due: saturday, repeat: daily });
    const next = before.first && before.after(before.first);
    expect(next?.date).toMatchObject({ local: "2026-03-29T09:00:00", timezone: rome });
  });

  test("has the due time that was moved by hand, and after it the dates of the rule", () => {
    const moved = dueAt(new Date("2026-03-28T10:30:00Z"));
    const { first, ...more } = rings({ minutes: -30 }, { due: moved, repeat: daily });
    expect(when(first)).toBe("2026-03-28T10:00:00.000Z");
    expect(when(first && more.after(first))).toBe("2026-03-29T06:30:00.000Z");
  });

  test("of whole days rings on each of them at its time, and never by itself", () => {
    const days = { ...daily, start: "2026-03-28" };
    const due = day("2026-03-28", "2026-03-27T23", "2026-03-28T23");
    const { first, ...more } = rings({ days: 0, time: "09:00" }, { due, repeat: days });
    expect(when(first)).toBe("2026-03-28T08:00:00.000Z");
    expect(when(first && more.after(first))).toBe("2026-03-29T07:00:00.000Z");
    const silent = rings({ minutes: 0 }, { due, repeat: days });
    expect(silent.from(new Date(0), new Date(0))).toBeUndefined();
  });

  test("several dates on one day ring once at a time of that day", () => {
    const hourly = { ...daily, rule: "FREQ=HOURLY" };
    const { first, ...more } = rings({ days: 0, time: "07:00" }, { due: saturday, repeat: hourly });
    expect(when(first)).toBe("2026-03-28T06:00:00.000Z");
    expect(when(first && more.after(first))).toBe("2026-03-29T05:00:00.000Z");
  });

  test("is the same ring in another version if that has the date and the moment", () => {
    const before = rings({ minutes: -30 }, { due: saturday, repeat: daily });
    const second = before.first && before.after(before.first);
    if (!before.first || !second) throw new Error("The series has no two rings");
    const monday = dueAt(new Date("2026-03-30T07:00:00Z"));
    const later = rings({ minutes: -30 }, { due: monday, repeat: daily });
    expect(before.same(second)).toEqual(second);
    expect(later.same(second)).toBeUndefined();
    expect(rings({ minutes: -31 }, { due: saturday, repeat: daily }).same(second)).toBeUndefined();
    const weekly = { ...daily, rule: "FREQ=WEEKLY" };
    expect(rings({ minutes: -30 }, { due: saturday, repeat: weekly }).same(second)).toBeUndefined();
    expect(rings({ minutes: -30 }, { due: saturday }).same(before.first)).toEqual(before.first);
  });
});
