import type { TaskCheck, TaskCheckAnswer } from "@todo-mesh/contracts";
import type { Caller, CheckTasks } from "@todo-mesh/contracts/calls";
import type { Logger } from "@todo-mesh/kit";
import type { LiveLedger } from "../domain/ledger/ledger.ts";

export interface AskDeps {
  /** News still on its way must not ring a bell, but a bell must not wait for long either. */
  readonly checkTasks: Caller<typeof CheckTasks>;
  readonly log: Pick<Logger, "warn">;
}

/**
 * What has become of the tasks of these ledgers (at most 100) since, in their order; undefined for one of which chat-api
 * does not know it soon. No answer in time: undefined for each.
 */
export async function askChatApi(
  { checkTasks, log }: AskDeps,
  ledgers: readonly LiveLedger[],
): Promise<(TaskCheck | undefined)[]> {
  const silent = ledgers.map(() => undefined);
  if (ledgers.length === 0) return silent;
  const tasks = ledgers.map(({ task_id, task_version, task: { user_id } }) => ({
    user_id,
    task_id,
    version: task_version,
  }));
  try {
    const answer = await checkTasks({ tasks });
    // An answer of another length, or on another task, cannot be held against the questions.
    return answer.tasks.length === tasks.length
      ? answer.tasks.map((told, at) => known(tasks[at]?.task_id, told))
      : silent;
  } catch (error) {
    log.warn("chat-api did not say how tasks stand, so their reminders ring", {
      count: tasks.length,
      error,
    });
    return silent;
  }
}

function known(
  taskId: string | undefined,
  told: TaskCheckAnswer["tasks"][number],
): TaskCheck | undefined {
  const isOfAnother = told.standing === "changed" && told.task.id !== taskId;
  return told.standing === "unknown" || isOfAnother ? undefined : told;
}
