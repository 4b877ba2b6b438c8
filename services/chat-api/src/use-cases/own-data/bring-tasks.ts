import { isRefusal, reasonOf, type Refusal, type Task } from "@todo-mesh/contracts";
import { type Changes, type Transaction } from "@todo-mesh/state";
import { toLocal } from "@todo-mesh/recurrence";
import { z } from "zod";
import { draftOfOlder, type OlderTask } from "../../domain/imports/older-task.ts";
import type { TaskDeps } from "../deps.ts";
import { preferencesOf } from "../preferences/preferences.ts";
import { decide } from "../tasks/decide.ts";
import { loadForChange } from "../tasks/load-for-change.ts";
import { allowed, recordChange } from "../tasks/record-change.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { broughtKey } from "./brought-key.ts";
import { soundDraft } from "./sound-draft.ts";

/** What became of a task: it was brought, had been, was left, or would be brought; and what there is to say of it. */
export interface TaskCame {
  readonly number: number;
  readonly came: "taken" | "there" | "left" | "would-be-taken";
  readonly remarks: readonly string[];
}

/** Which task came of a number; it outlives the task, so that one that is deleted here does not come back. */
const Mark = z.object({ task_id: z.uuid() });
const markKey = (userId: string, number: number): string => broughtKey(userId, "task", number);

/** Brings tasks of one person, at most twenty, in one transaction. What was brought before stays as it is here. */
export function bringTasks(deps: TaskDeps) {
  return (userId: string, rows: readonly OlderTask[]): Promise<TaskCame[]> =>
    deps.commit(
      userId,
      async (tx) => {
        const keys = rows.map(({ id }) => markKey(userId, id));
        const marks = await tx.getMany(keys, Mark);
        const draft = await loadForChange(deps, tx, userId);
        const { timezone = "UTC" } = await preferencesOf(tx, userId);
        const came: TaskCame[] = [];
        for (const [at, row] of rows.entries())
          came.push(
            marks[at]
              ? { ...foreseen(row, timezone, deps.clock.now()), came: "there" }
              : await bringOne(deps, tx, { userId, draft, timezone, row }),
          );
        return came;
      },
      { isLarge: true },
    );
}

interface One {
  readonly userId: string;
  readonly draft: Changes<Task>;
  readonly timezone: string;
  readonly row: OlderTask;
}

async function bringOne(deps: TaskDeps, tx: Transaction, one: One): Promise<TaskCame> {
  const { userId, draft, timezone, row } = one;
  const { task, remarks } = draftOf(row, timezone, deps.clock.now());
  const number = row.id;
  if (isRefusal(task)) return left(number, task);
  const list = { userId, draft };
  const change = allowed(deps, draft, decide({ op: "create", task }, list, deps));
  if (isRefusal(change)) return left(number, change);
  const origin = { by: "api", batch_id: deps.ids.next() } as const;
  const made = await recordChange(deps, tx, draft, { change, origin });
  if (row.completed === true) {
    const done = decide({ op: "complete", id: made.id }, list, deps);
    await recordChange(deps, tx, draft, { change: done, origin });
  }
  tx.put(markKey(userId, number), { task_id: made.id });
  return { number, came: "taken", remarks };
}

/** What of them is here: as it came (`same`), changed or deleted here since (`gone`), or not brought (`missing`). */
export function checkTasks(deps: Pick<TaskDeps, "commit" | "tasks">) {
  return (userId: string, rows: readonly OlderTask[]): Promise<readonly string[]> =>
    deps.commit(userId, async (tx) => {
      const marks = await tx.getMany(
        rows.map(({ id }) => markKey(userId, id)),
        Mark,
      );
      const draft = await deps.tasks.change(tx, userId);
      return marks.map((mark) =>
        mark === undefined ? "missing" : draft.get(mark.task_id) ? "same" : "gone",
      );
    });
}

/** What would come of a row by itself; how much room its person has is seen when it is brought. */
export const foreseeTask = (row: OlderTask, now: Date): TaskCame => foreseen(row, "UTC", now);

function foreseen(row: OlderTask, timezone: string, now: Date): TaskCame {
  const { task, remarks } = draftOf(row, timezone, now);
  return isRefusal(task) ? left(row.id, task) : { number: row.id, came: "would-be-taken", remarks };
}

const left = (number: number, why: Refusal): TaskCame => ({
  number,
  came: "left",
  remarks: [reasonOf(why)],
});

// Whoever brings people over reads the remarks, not the people.
const { imports: words } = LANGUAGES.en;

function draftOf(row: OlderTask, timezone: string, now: Date) {
  const today = toLocal(now, timezone).slice(0, 10);
  return soundDraft(draftOfOlder(row, { timezone, today, words }), now, words);
}
