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

type TimedRow = Omit<TaskRow, "apply" | "inTrash" | "ownRoute" | "unfit"> & Pick<OnTask, "apply">;

/** An action that changes one task, and is told a time as well. */
export function defineTimedAction({
  op,
  candidates,
  apply,
  outcome,
  ...facts
}: TimedRow): Action & { readonly onTask: OnTask } {
  const word = outcome ?? facts.verb;
  const reach = { candidates, inTrash: false, takesUntil: true };
  const action = defineAction({
    ...facts,
    effect: "transaction",
    input: TaskUntilRef,
    outcome: changedTask(word),
    does: ({ until, ...task }) => ({ kind: "change", task, until }),
  });
  return { ...action, onTask: { op, path: op, ...reach, apply, outcome: word } };
}

type UntilRow = Omit<TimedRow, "apply" | "outcome"> & {
  readonly apply: (task: Task, until: DueTime, stamp: Stamp) => TaskChange;
};

/** An action that changes one task until a moment. */
export const defineUntilAction = ({
  apply,
  ...row
}: UntilRow): ReturnType<typeof defineTimedAction> =>
  defineTimedAction({
    ...row,
    apply: (task, stamp, said) => {
      const found = said ? untilMoment(said, stamp.now) : NO_MOMENT;
      return isRefusal(found) ? found : apply(task, found.moment, stamp);
    },
  });
