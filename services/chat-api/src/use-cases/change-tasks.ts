import type { Task, TaskDraft, TaskPatch } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import type { Idempotency } from "@todo-mesh/kit";
import { type Answer, answerOnce, keyOf, type Transaction } from "@todo-mesh/state";
import {
  completeTask,
  createTask,
  editTask,
  reopenTask,
  type TaskChange,
  trashTask,
} from "../domain/task-change.ts";
import { isKept } from "../domain/task-list.ts";
import type { TaskDeps, TasksInTransaction } from "./deps.ts";
import { keepChange } from "./keep-change.ts";
import { refuseDateless, timesOf, upToDate } from "./times-of.ts";

/** A write of a person, by the API. The same `idempotency` gets the same answer and changes nothing again. */
export interface Asked {
  readonly userId: string;
  readonly idempotency?: Idempotency | undefined;
}

/** `expected`: the version the task must still have, else `stale`. */
export interface AskedOfTask extends Asked {
  readonly id: string;
  readonly expected?: number | undefined;
}

type Decide = (task: Task, now: Date) => TaskChange;
const BY_API = { by: "api" } as const;

/** The ways a person changes tasks by the API: each is one transaction of change, event and answer. */
export function changeTasks(deps: TaskDeps) {
  const change = (asked: AskedOfTask, decide: Decide): Promise<Answer> =>
    writeOnce(deps, asked, 200, (book) => decide(theirs(book, asked), deps.clock.now()));

  return {
    create: (asked: Asked, { title, notes, ...wanted }: TaskDraft): Promise<Answer> => {
      const times = timesOf(wanted, deps.clock.now());
      return writeOnce(deps, asked, 201, () => {
        const now = deps.clock.now();
        const draft = { id: deps.ids.next(), userId: asked.userId, title, notes };
        return createTask({ ...draft, ...upToDate(times, now) }, now);
      });
    },
    edit: (asked: AskedOfTask, patch: TaskPatch): Promise<Answer> => {
      const { title, notes } = patch;
      const times = timesOf(patch, deps.clock.now());
      return change(asked, (task, now) => {
        refuseDateless(task, patch);
        return editTask(task, { title, notes, ...upToDate(times, now) }, now);
      });
    },
    complete: (asked: AskedOfTask) => change(asked, completeTask),
    reopen: (asked: AskedOfTask) => change(asked, reopenTask),
    trash: (asked: AskedOfTask) => change(asked, trashTask),
  };
}

export type ChangeTasks = ReturnType<typeof changeTasks>;

function writeOnce(
  deps: TaskDeps,
  { userId, idempotency }: Asked,
  status: number,
  decide: (book: TasksInTransaction) => TaskChange,
): Promise<Answer> {
  const once = { scope: keyOf("tasks", userId), idempotency };
  const write = (tx: Transaction): Promise<Answer> =>
    answerOnce(tx, once, async () => {
      const book = await deps.tasks.within(tx, userId);
      const change = decide(book);
      return { status, body: await keepChange(deps, tx, book, { change, origin: BY_API }) };
    });
  return deps.commit(userId, write);
}

// What lies in the trash is as gone as what never was.
function theirs(book: TasksInTransaction, { id, expected }: AskedOfTask): Task {
  const task = book.get(id);
  if (!task || !isKept(task)) throw new AppError("not-found", "There is no such task");
  if (expected !== undefined && task.version !== expected)
    throw new AppError(
      "stale",
      `The task has changed: it is at version ${task.version}, not ${expected}. Read it again`,
    );
  return task;
}
