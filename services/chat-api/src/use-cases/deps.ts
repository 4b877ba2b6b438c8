import type { Task } from "@todo-mesh/contracts";
import type { Logger } from "@todo-mesh/kit";
import type { Clock, IdSource } from "@todo-mesh/ports";
import type { Outbox, Transaction } from "@todo-mesh/state";
import type { Commit } from "./commit.ts";

/** Every user's tasks, the trash included. Readers share what they are given: it never changes in place. */
export interface TaskBook {
  /** In the order they were made. */
  of(userId: string): Promise<readonly Task[]>;
  one(userId: string, id: string): Promise<Task | undefined>;
  /** The tasks as this transaction finds them, and the way to change them in it. */
  within(tx: Transaction, userId: string): Promise<TasksInTransaction>;
}

export interface TasksInTransaction {
  get(id: string): Task | undefined;
  all(): readonly Task[];
  /** Adds a task, or another version of it in its place. */
  put(task: Task): void;
  remove(id: string): void;
}

export interface TaskDeps {
  readonly tasks: TaskBook;
  readonly outbox: Pick<Outbox, "add">;
  readonly commit: Commit;
  readonly clock: Clock;
  readonly ids: IdSource;
}

export interface TurnDeps extends TaskDeps {
  readonly log: Logger;
}
