import type { BatchAnswer, Task } from "@todo-mesh/contracts";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "../api/call.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";
import { type Day, movedTo } from "./moving.ts";
import { sayFailed, takeBack } from "./task-actions.ts";
import { putTask } from "./task-cache.ts";

type Tasks = readonly Task[];

/** What a person does to several tasks at once; one undo takes back all of it. */
export interface SeveralActions {
  readonly complete: (tasks: Tasks) => Promise<void>;
  readonly reopen: (tasks: Tasks) => Promise<void>;
  readonly remove: (tasks: Tasks) => Promise<void>;
  readonly restore: (tasks: Tasks) => Promise<void>;
  readonly move: (tasks: Tasks, day: Day) => Promise<void>;
}

/** The mesh takes so many in one batch. */
const MOST = 100;

export function useSeveral(): SeveralActions {
  const client = useQueryClient();
  return useMemo(() => severalOn(client), [client]);
}

function severalOn(client: QueryClient): SeveralActions {
  const { several } = words;
  const all =
    (said: (count: number) => string, operationOf: (task: Task) => object) =>
    async (tasks: Tasks): Promise<void> => {
      const batches: BatchAnswer[] = [];
      try {
        for (const some of cut(tasks)) batches.push(await send(some.map(operationOf)));
      } catch (error) {
        sayFailed(error);
      }
      const changed = batches.flatMap(({ results }) =>
        results.flatMap((one) => ("task" in one ? [one.task] : [])),
      );
      for (const task of changed) putTask(client, task);
      if (changed.length === 0) return;
      const left = tasks.length - changed.length;
      const text = [said(changed.length), ...(left > 0 ? [several.refused(left)] : [])].join(" ");
      showToast({ text, undo: () => void takeBackAll(client, batches) });
    };
  return {
    complete: all(several.completed, verb("complete")),
    reopen: all(several.reopened, verb("reopen")),
    remove: all(several.deleted, verb("delete")),
    restore: all(several.restored, verb("restore")),
    move: (tasks, day) =>
      all(several.moved, (task) => ({ op: "update", id: task.id, task: movedTo(task, day) }))(
        tasks,
      ),
  };
}

const verb = (op: string) => (task: Task) => ({ op, id: task.id });

const cut = (tasks: Tasks): Tasks[] =>
  Array.from({ length: Math.ceil(tasks.length / MOST) }, (_, at) =>
    tasks.slice(at * MOST, (at + 1) * MOST),
  );

const send = (operations: readonly object[]): Promise<BatchAnswer> =>
  ask("/tasks/batch", { method: "POST", body: { operations }, key: crypto.randomUUID() });

// What was done last is taken back first.
async function takeBackAll(client: QueryClient, batches: readonly BatchAnswer[]): Promise<void> {
  for (const { batch_id } of batches.toReversed())
    if (!(await takeBack(client, { batch_id }))) return;
}
