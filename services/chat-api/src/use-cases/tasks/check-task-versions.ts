import { kindOf } from "@todo-mesh/ports";
import { setTimeout as sleep } from "node:timers/promises";
import type { TaskCheckAnswer, TaskCheckRequest, Task } from "@todo-mesh/contracts";
import type { Elements } from "@todo-mesh/state";
import type { TaskDeps } from "../deps.ts";

// Who asks waits 300 ms for all of it: one long list that is read for the first time must not cost the others' answer.
const PATIENCE_MS = 150;

type Told = TaskCheckAnswer["tasks"][number];

/** Whether tasks have changed since the version that another service knows; `unknown` where reading a list takes too long. */
export function checkTaskVersions({
  tasks,
  patienceMs = PATIENCE_MS,
}: {
  readonly tasks: Pick<TaskDeps["tasks"], "read">;
  readonly patienceMs?: number;
}) {
  return async (request: TaskCheckRequest): Promise<TaskCheckAnswer> => {
    const people = new Set(request.tasks.map(({ user_id }) => user_id));
    const lists = new Map(
      await Promise.all(
        [...people].map(
          async (user) => [user, await within(patienceMs, tasks.read(user))] as const,
        ),
      ),
    );
    return {
      tasks: request.tasks.map((asked) => standingOf(asked, lists.get(asked.user_id))),
    };
  };
}

export type CheckTaskVersions = ReturnType<typeof checkTaskVersions>;

function standingOf(
  { task_id, version }: TaskCheckRequest["tasks"][number],
  list: Elements<Task> | undefined,
): Told {
  if (!list) return { standing: "unknown" };
  const task = list.get(task_id);
  if (!task) return { standing: "gone" };
  return task.version > version ? { standing: "changed", task } : { standing: "same" };
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | undefined> {
  const over = new AbortController();
  const late = sleep(ms, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
  // One list that cannot be read leaves the others' answers as they are.
  const own = work.catch((error: unknown) => {
    if (kindOf(error) === "unavailable") throw error;
    return undefined;
  });
  return Promise.race([own, late]).finally(() => over.abort());
}
