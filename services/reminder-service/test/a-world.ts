import { type TaskCheck, TaskCheckRequest, type Task } from "@todo-mesh/contracts";
import { CheckTasks } from "@todo-mesh/contracts/calls";
import { callOf } from "@todo-mesh/dapr";
import { quietLogger } from "@todo-mesh/kit/testing";
import {
  countingIds,
  inMemoryInvoker,
  inMemoryJobs,
  inMemoryPublisher,
  inMemoryStateStore,
  settableClock,
} from "@todo-mesh/ports/testing";
import { at } from "./a-task.ts";

/** What outlives a process, in memory, at 08:00 UTC. chat-api says that nothing has happened to any task. */
export function aWorld() {
  const clock = settableClock(at("08:00"));
  const invoker = inMemoryInvoker();
  chatApiSays(invoker, () => ({ standing: "same" }));
  return {
    clock,
    invoker,
    checkTasks: callOf(invoker, CheckTasks),
    store: inMemoryStateStore(clock),
    publisher: inMemoryPublisher(),
    jobs: inMemoryJobs(clock),
    log: quietLogger(),
    ids: countingIds(),
  };
}
export type World = ReturnType<typeof aWorld>;

/** chat-api answers this of each task it is asked about. */
export function chatApiSays(
  invoker: World["invoker"],
  say: (asked: TaskCheckRequest["tasks"][number]) => TaskCheck,
): void {
  invoker.on("chat-api", "tasks/standing", ({ body }) => {
    const { tasks } = TaskCheckRequest.parse(body);
    return { tasks: tasks.map(say) };
  });
}

/** chat-api knows of no other task than these, as they are now. */
export const chatApiKnows = (invoker: World["invoker"], ...tasks: readonly Task[]): void =>
  chatApiSays(invoker, ({ task_id, version }) => {
    const task = tasks.find(({ id }) => id === task_id);
    if (!task) return { standing: "gone" };
    return task.version > version ? { standing: "changed", task } : { standing: "same" };
  });
