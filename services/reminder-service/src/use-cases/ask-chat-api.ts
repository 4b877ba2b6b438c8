import { StandingAnswer } from "@todo-mesh/contracts";
import type { Logger } from "@todo-mesh/kit";
import type { Invoker } from "@todo-mesh/ports";
import type { Standing } from "../domain/announce.ts";

// News still on its way must not ring a bell, but a bell must not wait for long either.
const PATIENCE_MS = 300;

interface Asked {
  readonly user_id: string;
  readonly task_id: string;
  readonly due_at: string;
}

export interface AskDeps {
  readonly invoker: Invoker;
  readonly log: Pick<Logger, "warn">;
}

/** Whether these tasks (at most 100) stand as chat-api knows them now, in the order asked. No answer within 300 ms: undefined for each. */
export async function askChatApi(
  { invoker, log }: AskDeps,
  tasks: readonly Asked[],
): Promise<Standing[]> {
  const silent = tasks.map(() => undefined);
  if (tasks.length === 0) return silent;
  try {
    const answer = StandingAnswer.parse(
      await invoker.invoke({
        app: "chat-api",
        method: "POST",
        path: "tasks/standing",
        body: { tasks: tasks.map((task) => ({ ...task })) },
        timeoutMs: PATIENCE_MS,
      }),
    );
    // An answer of another length cannot be held against the questions.
    return answer.tasks.length === tasks.length ? answer.tasks : silent;
  } catch (error) {
    log.warn("chat-api did not say whether tasks stand, so their reminders ring", {
      count: tasks.length,
      error,
    });
    return silent;
  }
}
