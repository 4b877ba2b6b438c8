import type { Task } from "@todo-mesh/contracts";

export type Plain = Pick<Task, "id" | "title" | "status" | "version"> & {
  readonly daily: boolean;
  readonly dueMs?: number;
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
const EIGHT_MS = 8 * 3_600_000;

/** The first eight o'clock (UTC) after a moment, counted day by day. */
export function eightAfter(ms: number): number {
  let at = Math.floor(ms / DAY_MS) * DAY_MS + EIGHT_MS;
  while (at <= ms) at += DAY_MS;
  return at;
}

const rolled = (task: Plain, nowMs: number): Plain => ({
  ...task,
  dueMs: eightAfter(Math.max(nowMs, task.dueMs ?? 0)),
});

/** What each verb does to a task, as a person would say it. */
export const STEPS: Readonly<Record<string, Step>> = {
  complete: (task, nowMs) => (task.daily ? rolled(task, nowMs) : { ...task, status: "done" }),
  reopen: (task) => ({ ...task, status: "open" }),
  skip: rolled,
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
