import { expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { groupsOf, isOverdue, searched, type View } from "../src/tasks/views.ts";
import { at, aTask, onDay } from "./a-task.ts";

// Noon of this machine's zone: the days around it are the same wherever this runs.
const NOW = new Date(2026, 10, 27, 12);
const hoursFromNow = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);

const shown = (view: View, tasks: readonly Task[]) =>
  groupsOf(view, tasks, NOW).map(({ key, tasks: inIt }) => [key, inIt.map(({ title }) => title)]);

const TASKS = [
  aTask({ title: "no date" }),
  aTask({ title: "much later", due: onDay("2027-03-01") }),
  aTask({ title: "tomorrow", due: onDay("2026-11-28") }),
  aTask({ title: "this evening", due: at(hoursFromNow(6)) }),
  aTask({ title: "some time today", due: onDay("2026-11-27") }),
  aTask({ title: "an hour ago", due: at(hoursFromNow(-1)) }),
  aTask({ title: "yesterday", due: onDay("2026-11-26") }),
];

test("today shows what is late and what is left of the day, whole days before times", () => {
  expect(shown("today", TASKS)).toEqual([
    ["overdue", ["yesterday", "an hour ago"]],
    ["2026-11-27", ["some time today", "this evening"]],
  ]);
});

test("upcoming shows the days ahead, then what is later, and nothing of today", () => {
  expect(shown("upcoming", TASKS)).toEqual([
    ["2026-11-28", ["tomorrow"]],
    ["later", ["much later"]],
  ]);
});

test("all shows everything, in the order of time, and what has none at the end", () => {
  expect(shown("all", TASKS).map(([key]) => key)).toEqual([
    "overdue",
    "2026-11-27",
    "2026-11-28",
    "later",
    "none",
  ]);
});

test("of one day's tasks the more urgent stands first, and among like ones the older", () => {
  const due = onDay("2026-11-27");
  const tasks = [
    aTask({ title: "low", due, priority: "low" }),
    aTask({ title: "plain, older", due }),
    aTask({ title: "plain, newer", due }),
    aTask({ title: "urgent", due, priority: "urgent" }),
  ];
  expect(shown("today", tasks)).toEqual([
    ["2026-11-27", ["urgent", "plain, older", "plain, newer", "low"]],
  ]);
});

test("what was done last stands first, a series by the last of its dates", () => {
  const occurrences = { done: 2, skipped: 0, moved: 0, recent: [] };
  const tasks = [
    aTask({ title: "first", status: "done", completed_at: "2026-11-20T08:00:00.000Z" }),
    aTask({ title: "last", occurrences: { ...occurrences, done_at: "2026-11-26T08:00:00.000Z" } }),
    aTask({ title: "second", status: "done", completed_at: "2026-11-25T08:00:00.000Z" }),
  ];
  expect(shown("done", tasks)).toEqual([["rest", ["last", "second", "first"]]]);
});

test("an empty list has no headings", () => {
  for (const view of ["today", "upcoming", "all", "done", "trash"] as const)
    expect(shown(view, [])).toEqual([]);
});

test("a whole day is not late before it is over, and what is done is never late", () => {
  expect(isOverdue(aTask({ due: onDay("2026-11-27") }), NOW)).toBe(false);
  expect(isOverdue(aTask({ due: onDay("2026-11-26") }), NOW)).toBe(true);
  expect(isOverdue(aTask({ due: onDay("2026-11-26"), status: "done" }), NOW)).toBe(false);
});

test("right after midnight yesterday's tasks are late", () => {
  const late = aTask({ title: "due on the 27th", due: onDay("2026-11-27") });
  const midnight = new Date(2026, 10, 28, 0, 0, 1);
  expect(groupsOf("today", [late], midnight).map(({ key }) => key)).toEqual(["overdue"]);
});

test("each word that is searched for begins a word of the title, the notes or a tag", () => {
  const tasks = [
    aTask({ title: "Call mum", tags: ["family"] }),
    aTask({ title: "Call the dentist", notes: "about Friday" }),
  ];
  const titles = (query: string) => searched(tasks, query).map(({ title }) => title);
  expect(titles("call fam")).toEqual(["Call mum"]);
  expect(titles("FRI")).toEqual(["Call the dentist"]);
  expect(titles("all")).toEqual([]);
  expect(titles("  ")).toHaveLength(2);
});
