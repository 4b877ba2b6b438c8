import type { Task } from "@todo-mesh/contracts";
import { addDays, dayOf, dueDay } from "./dates.ts";

export const VIEWS = ["today", "upcoming", "all", "done", "trash"] as const;
export type View = (typeof VIEWS)[number];

/** Tasks under one heading: of a day, or of a name. */
export interface Group {
  readonly key: "overdue" | "later" | "none" | "rest" | (string & {});
  readonly tasks: readonly Task[];
}

const DAYS_AHEAD = 7;
const RANKS: Readonly<Record<string, number>> = { urgent: 0, high: 1, medium: 2, low: 4 };

/** Whether its time has passed: a whole day is over when the next one begins. */
export function isOverdue(task: Task, now: Date): boolean {
  const { due, status } = task;
  if (!due || status === "done") return false;
  if ("date" in due) return due.date < dayOf(now);
  return due.floating ? (dueDay(task) ?? "") < dayOf(now) : Date.parse(due.at) < now.getTime();
}

/** What a view shows of the tasks that it is given, by day. */
export function groupsOf(view: View, tasks: readonly Task[], now: Date): Group[] {
  if (view === "trash") return rest(tasks, ({ deleted_at: at }) => at);
  if (view === "done") return rest(tasks, lastDone);
  const today = dayOf(now);
  const groups = Map.groupBy(tasks.toSorted(byDue), (task) => keyOf(task, now, today));
  return [...groups]
    .map(([key, inIt]) => ({ key, tasks: inIt }))
    .filter(({ key }) => isShown(view, key, today))
    .toSorted((a, b) => placeOf(a.key) - placeOf(b.key) || a.key.localeCompare(b.key));
}

// The newest first, under no heading.
const rest = (tasks: readonly Task[], at: (task: Task) => string | undefined): Group[] =>
  tasks.length === 0
    ? []
    : [{ key: "rest", tasks: tasks.toSorted((a, b) => (at(b) ?? "").localeCompare(at(a) ?? "")) }];

const lastDone = ({ completed_at: at, occurrences, updated_at: updated }: Task): string =>
  at ?? occurrences?.done_at ?? updated;

function keyOf(task: Task, now: Date, today: string): string {
  const day = dueDay(task);
  if (day === undefined) return "none";
  if (day < today || isOverdue(task, now)) return "overdue";
  return day > addDays(today, DAYS_AHEAD) ? "later" : day;
}

function isShown(view: View, key: string, today: string): boolean {
  if (view === "all") return true;
  if (view === "today") return key === "overdue" || key === today;
  return key === "later" || (key > today && !["overdue", "none"].includes(key));
}

const placeOf = (key: string): number => ["overdue", "", "later", "none"].indexOf(key) + 1 || 2;

function byDue(a: Task, b: Task): number {
  return (
    moment(a).localeCompare(moment(b)) ||
    rank(a) - rank(b) ||
    a.created_at.localeCompare(b.created_at)
  );
}

// A whole day stands before the times of that day.
const moment = (task: Task): string =>
  `${dueDay(task) ?? "9999"} ${task.due && "at" in task.due ? task.due.at : ""}`;
// One that nobody here knows is as urgent as none.
const rank = ({ priority }: Task): number => RANKS[priority ?? ""] ?? 3;

/** Those in which each word of the query begins a word of the title, the notes or a tag. */
export function searched(tasks: readonly Task[], query: string): readonly Task[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return tasks;
  return tasks.filter(({ title, notes = "", tags = [] }) => {
    const text = ` ${[title, notes, ...tags].join(" ").toLocaleLowerCase()}`;
    return wanted.every((word) => text.includes(` ${word}`));
  });
}
