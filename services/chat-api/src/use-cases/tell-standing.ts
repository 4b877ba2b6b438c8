import type { Standing, StandingAnswer, StandingRequest } from "@todo-mesh/contracts";
import type { TaskDeps } from "./deps.ts";

/** Whether tasks have changed since the version that another service knows. */
export function tellStanding({ tasks }: Pick<TaskDeps, "tasks">) {
  return async (request: StandingRequest): Promise<StandingAnswer> => ({
    tasks: await Promise.all(
      request.tasks.map(async ({ user_id, task_id, version }): Promise<Standing> => {
        const task = (await tasks.read(user_id)).get(task_id);
        if (!task) return { standing: "gone" };
        return task.version > version ? { standing: "changed", task } : { standing: "same" };
      }),
    ),
  });
}

export type TellStanding = ReturnType<typeof tellStanding>;
