import type { Operation } from "@todo-mesh/contracts";
import type { Answer, Transaction } from "@todo-mesh/state";
import { decide } from "./decide.ts";
import type { TaskDeps } from "../deps.ts";
import { keepChange } from "./keep-change.ts";
import { answerOncePerKey, type Asked } from "../once/one-key.ts";
import { openBook } from "./open-book.ts";
import { wantedOf } from "./wanted-of.ts";

/** Does one operation: one transaction of change, journal, event and answer. Answers the task as it is then. */
export function changeTasks(deps: TaskDeps) {
  return async (asked: Asked, operation: Operation): Promise<Answer> => {
    // What can be refused by itself is, before it shares a transaction with others; with a key it may be done already.
    const isNew = !("id" in operation);
    if (isNew && !asked.idempotency) wantedOf(operation.task, deps.clock.now());
    const { userId } = asked;
    const write = (tx: Transaction): Promise<Answer> =>
      answerOncePerKey(tx, asked, async () => {
        const book = await openBook(deps, tx, userId);
        const change = decide(operation, { userId, book }, deps);
        const task = await keepChange(deps, tx, book, { change, origin: { by: "api" } });
        return { status: isNew ? 201 : 200, body: task };
      });
    return deps.commit(userId, write);
  };
}

export type ChangeTasks = ReturnType<typeof changeTasks>;
