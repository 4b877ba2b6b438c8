import type { Operation } from "@todo-mesh/contracts";
import type { Idempotency } from "@todo-mesh/kit";
import { type Answer, answerOnce, keyOf, type Transaction } from "@todo-mesh/state";
import { decide } from "./decide.ts";
import type { TaskDeps } from "./deps.ts";
import { keepChange } from "./keep-change.ts";
import { openBook } from "./open-book.ts";
import { wantedOf } from "./wanted-of.ts";

/** A write of a person, by the API. The same `idempotency` gets the same answer and changes nothing again. */
export interface Asked {
  readonly userId: string;
  readonly idempotency?: Idempotency | undefined;
  /** Aborted once nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Under which a person's answers are kept: one key is one request, whatever it changes. */
export const answersOf = (userId: string): string => keyOf("tasks", userId);

/** Does one operation: one transaction of change, journal, event and answer. Answers the task as it is then. */
export function changeTasks(deps: TaskDeps) {
  return async ({ userId, idempotency }: Asked, operation: Operation): Promise<Answer> => {
    // What can be refused by itself is, before it shares a transaction with others.
    if (operation.op === "create") wantedOf(operation.task, deps.clock.now());
    const once = { scope: answersOf(userId), idempotency };
    const write = (tx: Transaction): Promise<Answer> =>
      answerOnce(tx, once, async () => {
        const book = await openBook(deps, tx, userId);
        const change = decide(operation, { userId, book }, deps);
        const task = await keepChange(deps, tx, book, { change, origin: { by: "api" } });
        return { status: operation.op === "create" ? 201 : 200, body: task };
      });
    return deps.commit(userId, write);
  };
}

export type ChangeTasks = ReturnType<typeof changeTasks>;
