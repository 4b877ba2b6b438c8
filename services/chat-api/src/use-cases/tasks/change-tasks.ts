import type { Operation } from "@todo-mesh/contracts";
import { type Json, orThrow } from "@todo-mesh/ports";
import type { Transaction } from "@todo-mesh/state";
import { decide } from "./decide.ts";
import type { TaskDeps } from "../deps.ts";
import { recordChange } from "./record-change.ts";
import { answerOncePerKey, type Asked } from "../once/one-key.ts";
import { loadForChange } from "./load-for-change.ts";
import { spokenIn } from "./spoken-in.ts";
import { resolveTaskInput } from "./resolve-task-input.ts";

/** Does one operation: one transaction of change, journal, event and answer. Answers the task as it is then. */
export function changeTasks(deps: TaskDeps) {
  return async (asked: Asked, operation: Operation): Promise<Json> => {
    // What can be refused by itself is, before it shares a transaction with others; with a key it may be done already.
    if (!("id" in operation) && !asked.idempotency)
      orThrow(resolveTaskInput(operation.task, deps.clock.now()));
    const { userId } = asked;
    const write = (tx: Transaction): Promise<Json> =>
      answerOncePerKey(tx, asked, async () => {
        const draft = await loadForChange(deps, tx, userId);
        const said = { operations: [operation], now: deps.clock.now() };
        const context = await spokenIn(tx, userId, said);
        const change = decide(operation, { userId, draft, context }, deps);
        return recordChange(deps, tx, draft, { change, origin: { by: "api" } });
      });
    return deps.commit(userId, write);
  };
}

export type ChangeTasks = ReturnType<typeof changeTasks>;
