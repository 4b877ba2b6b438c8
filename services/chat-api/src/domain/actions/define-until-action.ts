import {
  changedTask,
  type DueTime,
  isRefusal,
  type Task,
  TaskUntilRef,
} from "@todo-mesh/contracts";
import type { Stamp, TaskChange } from "../tasks/task-change.ts";
import { NO_MOMENT, untilMoment } from "../grammar/until-moment.ts";
import { type Action, defineAction, type OnTask, type TaskRow } from "./action.ts";

type UntilRow = Omit<TaskRow, "apply" | "outcome" | "inTrash" | "ownRoute" | "unfit"> & {
  readonly apply: (task: Task, until: DueTime, stamp: Stamp) => TaskChange;
};

/** An action that changes one task until a moment. */
export function defineUntilAction({
  op,
  candidates,
  apply,
  ...facts
}: UntilRow): Action & { readonly onTask: OnTask } {
  const onTask: OnTask = {
    op,
    path: op,
    candidates,
    inTrash: false,
    takesUntil: true,
    apply: (task, stamp, said) => {
      const found = said ? untilMoment(said, stamp.now) : NO_MOMENT;
      return isRefusal(found) ? found : apply(task, found.moment, stamp);
    },
    outcome: facts.verb,
  };
  const action = defineAction({
    ...facts,
    effect: "transaction",
    input: TaskUntilRef,
    outcome: changedTask(facts.verb),
    does: ({ until, ...task }) => ({ kind: "change", task, until }),
  });
  return { ...action, onTask };
}
