import type { Task } from "@todo-mesh/contracts";

export type Plain = Pick<Task, "id" | "title" | "status" | "version"> & {
  readonly daily: boolean;
  readonly dueMs?: number;
  /** Where its rule has the date that it is due at. */
  readonly ruleMs?: number;
  /** At what hour it comes each day. */
  readonly hour?: number;
  readonly became: Readonly<Record<"done" | "skipped" | "moved", number>>;
  readonly trashed: boolean;
};
export type Step = (task: Plain, nowMs: number) => Plain;

interface Done {
  readonly act: number;
  readonly id: string;
  readonly before: Plain | undefined;
  undone: boolean;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const dayOf = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS;

/** The first such hour (UTC) after a moment, counted day by day. */
export function hourAfter(hour: number, ms: number): number {
  let at = dayOf(ms) + hour * HOUR_MS;
  while (at <= ms) at += DAY_MS;
  return at;
}

const at = (task: Plain, ms: number): Plain => ({ ...task, dueMs: ms, ruleMs: ms });

const plus = (task: Plain, what: keyof Plain["became"]): Plain => ({
  ...task,
  became: { ...task.became, [what]: task.became[what] + 1 },
});

const rolled = (task: Plain, nowMs: number): Plain =>
  at(task, hourAfter(task.hour ?? 8, Math.max(nowMs, task.ruleMs ?? 0)));

/** One date of a series lies elsewhere, and is that date still. */
export const movedTo =
  (ms: number): Step =>
  (task) =>
    task.dueMs === ms ? task : plus({ ...task, dueMs: ms }, "moved");

/** The series comes at another hour: what was done or skipped stays so, what was moved stays where it is. */
export const setToHour =
  (hour: number): Step =>
  (task, nowMs) => {
    if (hour === task.hour) return task;
    const { dueMs = 0, ruleMs = 0, became } = task;
    const before = ruleMs - DAY_MS;
    const hasPassed = became.done + became.skipped > 0 || before >= nowMs;
    const passed = hasPassed ? dayOf(before) + DAY_MS - 1 : 0;
    const changed = { ...task, hour };
    if (dueMs !== ruleMs) return { ...changed, ruleMs: dayOf(ruleMs) + hour * HOUR_MS };
    return at(changed, hourAfter(hour, Math.max(nowMs - 1, passed)));
  };

/** What each verb does to a task, as a person would say it. */
export const STEPS: Readonly<Record<string, Step>> = {
  complete: (task, nowMs) =>
    task.daily ? plus(rolled(task, nowMs), "done") : { ...task, status: "done" },
  reopen: (task) => ({ ...task, status: "open" }),
  skip: (task, nowMs) => plus(rolled(task, nowMs), "skipped"),
  "end-series": (task) => ({ ...task, daily: false }),
  delete: (task) => ({ ...task, trashed: true }),
  restore: (task) => ({ ...task, trashed: false }),
};

/** A todo list without any mesh: a map, and the past in an array. */
export function plainList() {
  const tasks = new Map<string, Plain>();
  const past: Done[] = [];
  let act = 0;

  const keep = (id: string, next: Plain, version: number): void => {
    past.push({ act, id, before: tasks.get(id), undone: false });
    tasks.set(id, { ...next, version });
  };
  return {
    tasks: tasks as ReadonlyMap<string, Plain>,
    begin: (): void => void (act += 1),
    add: (task: Plain): void => keep(task.id, task, 1),
    change: (id: string, step: Step, nowMs: number): void => {
      const task = tasks.get(id);
      if (!task) return;
      const next = step(task, nowMs);
      if (JSON.stringify(next) !== JSON.stringify(task)) keep(id, next, task.version + 1);
    },
    /** False: there is nothing to take back. */
    undo: (): boolean => {
      const last = past.findLast(({ undone }) => !undone);
      if (!last) return false;
      for (const done of past.filter((it) => it.act === last.act).toReversed()) {
        done.undone = true;
        const now = tasks.get(done.id);
        if (!now) continue;
        const then = done.before ?? { ...now, trashed: true };
        tasks.set(done.id, { ...then, version: now.version + 1 });
      }
      return true;
    },
  };
}

export type PlainList = ReturnType<typeof plainList>;
