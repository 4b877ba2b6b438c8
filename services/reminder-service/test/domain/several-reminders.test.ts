import { describe, expect, test } from "@jest/globals";
import type { Task, TaskReminder } from "@todo-mesh/contracts";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aSeries, hourly } from "../a-series.ts";
import { aTask, at, dueAt, TASK_ID } from "../a-task.ts";

const BEFORE: TaskReminder = { minutes: -10 };
const AT: TaskReminder = { minutes: 0 };
const AFTER: TaskReminder = { minutes: 30 };
const own = dueAt(at("08:40"));
const all = [BEFORE, AT, AFTER, own];

const hear = (...news: readonly Task[]): Ledger | undefined =>
  news.reduce<Ledger | undefined>(
    (ledger, task) => planReminders(ledger, task, at("08:30")),
    undefined,
  );
const told = (ledger: Ledger | undefined): string[] =>
  (ledger?.reminders ?? []).map(
    ({ slot, state, due_at }) => `${slot} ${state} ${due_at.slice(11, 16)}`,
  );
const OWN = `at:${own.at}`;

test.each<[string, readonly Task[], string[]]>([
  [
    "each is planned at its own moment",
    [aTask({ due: "09:00", reminders: all })],
    [
      "minutes:-10 planned 08:50",
      "due planned 09:00",
      "minutes:30 planned 09:30",
      `${OWN} planned 08:40`,
    ],
  ],
  ["none is planned when none is wanted", [aTask({ due: "09:00", reminders: [] })], []],
  [
    "ten minutes before what is due in five is missed, and the due time is not",
    [aTask({ due: "08:05", reminders: [BEFORE, AT] })],
    ["minutes:-10 missed 07:55", "due planned 08:05"],
  ],
  [
    "after the due time there is still time for the one after it",
    [aTask({ due: "08:00", changed: "08:05", reminders: [AT, AFTER] })],
    ["due missed 08:00", "minutes:30 planned 08:30"],
  ],
  [
    "a move takes along what is counted from the due time, and nothing else",
    [
      aTask({ due: "09:00", reminders: all }),
      aTask({ due: "10:00", version: 2, changed: "08:10", reminders: all }),
    ],
    [
      "minutes:-10 planned 09:50",
      "due planned 10:00",
      "minutes:30 planned 10:30",
      `${OWN} planned 08:40`,
    ],
  ],
  [
    "one that is taken out of the list is cancelled, the others stay",
    [
      aTask({ due: "09:00", reminders: [BEFORE, AT] }),
      aTask({ due: "09:00", version: 2, changed: "08:10", reminders: [AT] }),
    ],
    ["minutes:-10 cancelled 08:50", "due planned 09:00"],
  ],
  [
    "one that is put back is planned again",
    [
      aTask({ due: "09:00", reminders: [BEFORE, AT] }),
      aTask({ due: "09:00", version: 2, changed: "08:10", reminders: [AT] }),
      aTask({ due: "09:00", version: 3, changed: "08:20", reminders: [BEFORE, AT] }),
    ],
    ["minutes:-10 planned 08:50", "due planned 09:00"],
  ],
  [
    "one that is added too late is missed",
    [
      aTask({ due: "09:00" }),
      aTask({ due: "09:00", version: 2, changed: "08:55", reminders: [BEFORE, AT] }),
    ],
    ["minutes:-10 missed 08:50", "due planned 09:00"],
  ],
  [
    "one at a moment of its own needs no due time",
    [aTask({ reminders: all })],
    [`${OWN} planned 08:40`],
  ],
  [
    "without its due time a task keeps what has a moment of its own",
    [
      aTask({ due: "09:00", reminders: [BEFORE, own] }),
      aTask({ version: 2, changed: "08:10", reminders: [BEFORE, own] }),
    ],
    ["minutes:-10 cancelled 08:50", `${OWN} planned 08:40`],
  ],
  [
    "a task that is done cancels all of them",
    [
      aTask({ due: "09:00", reminders: [BEFORE, own] }),
      aTask({ due: "09:00", version: 2, status: "done", reminders: [BEFORE, own] }),
    ],
    ["minutes:-10 cancelled 08:50", `${OWN} cancelled 08:40`],
  ],
  [
    "a series goes on for each of them by itself",
    [aSeries({ reminders: [BEFORE, AFTER], due: "07:00", changed: "10:15" })],
    ["minutes:-10 planned 10:50", "minutes:30 planned 10:30"],
  ],
])("%s", (_sentence, news, expected) => {
  expect(told(hear(...news)).toSorted()).toEqual(expected.toSorted());
});

describe("old news after newer", () => {
  const created = aTask({ due: "09:00", reminders: [BEFORE, AT] });
  const renamed = aTask({ due: "09:00", version: 2, changed: "08:55", reminders: [BEFORE, AT] });

  test("brings back the one that a late change made look past", () => {
    expect(told(hear(renamed, created))).toEqual([
      "minutes:-10 planned 08:50",
      "due planned 09:00",
    ]);
  });

  test("twice is no news", () => {
    const ledger = hear(renamed, created);
    for (const task of [created, renamed])
      expect(ledger && planReminders(ledger, task, at("10:00"))).toBe(ledger);
  });

  test("of a series brings back a ring before its date that nobody was there for", () => {
    const [tuesday, rolled] = [
      aSeries({ due: "09:00", reminders: [BEFORE] }),
      aSeries({ due: "10:00", version: 2, changed: "09:55", reminders: [BEFORE] }),
    ];
    // 09:50 was set by the first version, and the second, made at 09:55, still wants ten o'clock.
    for (const news of [
      [tuesday, rolled],
      [rolled, tuesday],
    ])
      expect(told(hear(...news))).toEqual(["minutes:-10 planned 09:50"]);
  });
});

test("old news of a long series tells of its last date as well", () => {
  const monthAgo = dueAt(new Date(at("09:00").getTime() - 30 * 86_400_000));
  const repeat = { ...hourly, start: "2026-10-23T09:00:00" };
  const first = aSeries({ due: monthAgo, repeat, reminders: [BEFORE] });
  const old = { ...first, updated_at: "2026-10-23T08:00:00.000Z" };
  const rolled = aSeries({
    due: "10:00",
    repeat,
    version: 2,
    changed: "09:55",
    reminders: [BEFORE],
  });
  expect(told(hear(rolled, old))).toEqual(["minutes:-10 planned 09:50"]);
});

test("each has an id of its own, the same at any time", () => {
  const ledger = hear(aTask({ due: "09:00", reminders: all }));
  const ids = ledger?.reminders.map(({ id }) => id);
  expect(ids).toEqual(ledger?.reminders.map(({ slot }) => reminderIdOf(TASK_ID, slot)));
  expect(new Set(ids).size).toBe(4);
});

test("what became of former reminders is kept, the last ten of them", () => {
  const news = Array.from({ length: 30 }, (_, n) =>
    aTask({ due: "09:00", version: n + 1, reminders: [{ minutes: -n }, { minutes: n }] }),
  );
  const ledger = hear(...news);
  expect(ledger?.reminders).toHaveLength(12);
  expect(ledger?.reminders.filter(({ state }) => state === "planned")).toHaveLength(2);
  expect(Ledger.parse(ledger)).toEqual(ledger);
});

test("of versions never heard of it remembers the last fifty, however far apart", () => {
  const ledger = hear(aTask({ version: 3 }), aTask({ version: 2_000_000_000 }));
  expect(ledger?.unheard).toHaveLength(50);
  expect(ledger?.unheard?.at(-1)).toBe(1_999_999_999);
});
