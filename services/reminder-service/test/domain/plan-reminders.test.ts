import { orders } from "../orders.ts";
import { expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { aTask, at } from "../a-task.ts";

const now = at("08:30");
const created = aTask({ due: "09:00" });
const moved = aTask({ due: "10:00", version: 2, changed: "08:10" });
const undue = aTask({ version: 2, changed: "08:10" });
const completed = aTask({ due: "09:00", version: 2, changed: "08:10", status: "done" });
const deleted = aTask({
  due: "09:00",
  version: 2,
  changed: "08:10",
  deleted_at: at("08:10").toISOString(),
});

const hear = (...news: readonly Task[]): Ledger | undefined =>
  news.reduce<Ledger | undefined>((ledger, task) => planReminders(ledger, task, now), undefined);
const afterHearing = (...news: readonly Task[]) => {
  const reminder = hear(...news)?.reminders[0];
  return reminder && { state: reminder.state, due: reminder.due_at.slice(11, 16) };
};

const NEWS: [string, readonly Task[], object | undefined][] = [
  ["a due time plans a reminder", [created], { state: "planned", due: "09:00" }],
  ["no due time plans none", [aTask()], undefined],
  ["a moved due time moves it", [created, moved], { state: "planned", due: "10:00" }],
  ["a due time taken away cancels it", [created, undue], { state: "cancelled", due: "09:00" }],
  ["completing cancels it", [created, completed], { state: "cancelled", due: "09:00" }],
  ["deleting cancels it", [created, deleted], { state: "cancelled", due: "09:00" }],
  [
    "reopening before the due time plans it again",
    [created, completed, aTask({ due: "09:00", version: 3, changed: "08:20" })],
    { state: "planned", due: "09:00" },
  ],
  [
    "reopening after the due time does not",
    [created, completed, aTask({ due: "09:00", version: 3, changed: "09:20" })],
    { state: "cancelled", due: "09:00" },
  ],
  [
    "reopening what was never heard of, after its due time, does not",
    [aTask({ due: "09:00", version: 3, changed: "09:20" })],
    { state: "missed", due: "09:00" },
  ],
  [
    "a time already gone when it was set does not ring",
    [aTask({ due: "08:00", changed: "08:05" })],
    { state: "missed", due: "08:00" },
  ],
  [
    "a time that is the moment of the change rings",
    [aTask({ due: "08:00", changed: "08:00" })],
    { state: "planned", due: "08:00" },
  ],
  [
    "a move into the past silences it",
    [created, aTask({ due: "07:00", version: 2, changed: "08:10" })],
    { state: "missed", due: "07:00" },
  ],
  [
    "a new title after the due time does not silence what has yet to ring",
    [created, aTask({ due: "09:00", version: 2, changed: "09:05", title: "call mum now" })],
    { state: "planned", due: "09:00" },
  ],
  ["twice the same is once", [created, created, created], { state: "planned", due: "09:00" }],
  [
    "an older change heard later changes nothing",
    [moved, created],
    { state: "planned", due: "10:00" },
  ],
  [
    "a completed task stays silent when its creation comes an hour late",
    [completed, created],
    undefined,
  ],
  ["so does a deleted one", [deleted, created], undefined],
  [
    "an older change that had set the time before it came undoes a miss",
    [aTask({ due: "09:00", version: 2, changed: "09:05" }), created],
    { state: "planned", due: "09:00" },
  ],
  [
    "an older change to another time does not",
    [aTask({ due: "09:00", version: 3, changed: "09:05" }), moved],
    { state: "missed", due: "09:00" },
  ],
  [
    "nor does one of a task that was closed since",
    [
      aTask({ due: "09:00", version: 2, changed: "09:05" }),
      aTask({ due: "09:00", version: 3, changed: "09:06", status: "done" }),
      created,
    ],
    { state: "cancelled", due: "09:00" },
  ],
];

test.each(NEWS)("news of a task: %s", (_sentence, news, expected) => {
  expect(afterHearing(...news)).toEqual(expected);
});

test("an event an hour late still plans a time that was to come when it was set", () => {
  const ledger = planReminders(undefined, created, at("10:00"));
  expect(ledger.reminders[0]).toMatchObject({
    state: "planned",
    due_at: at("09:00").toISOString(),
  });
});

test("the ledger takes the newest version and title", () => {
  const ledger = hear(created, aTask({ due: "09:00", version: 2, title: "call dad" }));
  expect(ledger).toMatchObject({ task_version: 2, task: { title: "call dad", user_id: "ada" } });
});

test("news of the same version leaves the very same ledger", () => {
  const ledger = planReminders(undefined, created, now);
  expect(planReminders(ledger, created, at("11:00"))).toBe(ledger);
});

test("each step is kept with its time and cause, the last twenty of them", () => {
  const news = Array.from({ length: 30 }, (_, i) =>
    aTask({ due: i % 2 ? "10:00" : "09:00", version: i + 1 }),
  );
  const history = hear(...news)?.reminders[0]?.history;
  expect(history).toHaveLength(20);
  expect(history?.at(-1)).toEqual({
    state: "planned",
    at: now.toISOString(),
    cause: "moved",
    facts: { from: at("09:00").toISOString(), to: at("10:00").toISOString() },
  });
});

test("what it makes can be stored and read again", () => {
  expect(Ledger.parse(hear(created, moved, completed))).toEqual(hear(created, moved, completed));
});

test("a step whose cause is a sentence, as before there were codes, is read and kept, as is a state of tomorrow", () => {
  const step = { state: "planned", at: now.toISOString(), cause: "the task wants it then" };
  const ledger = hear(created);
  const reminders = ledger?.reminders.map((one) => ({ ...one, state: "snoozed", history: [step] }));
  const read = Ledger.parse({ ...ledger, reminders });
  expect(read.reminders).toEqual(reminders);
  const [after] = planReminders(read, moved, now).reminders;
  expect(after?.history.map(({ cause }) => cause)).toEqual(["the task wants it then", "moved"]);
});

test.each<[string, readonly Task[], object]>([
  [
    "open and due",
    [
      created,
      moved,
      { ...undue, version: 3 },
      aTask({ due: "11:00", version: 4, changed: "08:20" }),
    ],
    { state: "planned", due: "11:00" },
  ],
  [
    "due since before it was last changed, but set in time",
    [
      created,
      aTask({ due: "09:00", version: 2, changed: "09:05" }),
      aTask({ due: "09:00", version: 3, changed: "09:10" }),
    ],
    { state: "planned", due: "09:00" },
  ],
])(
  "in whatever order news comes, and twice, a task that is %s has its reminder",
  (_how, news, expected) => {
    for (const order of orders(news)) expect(afterHearing(...order, ...order)).toEqual(expected);
  },
);

test("in whatever order news comes, a task that is done in the end has none", () => {
  const done = { ...completed, version: 4, changed: "08:20" };
  for (const order of orders([created, moved, { ...undue, version: 3 }, done]))
    expect(afterHearing(...order, ...order)?.state ?? "cancelled").toBe("cancelled");
});
