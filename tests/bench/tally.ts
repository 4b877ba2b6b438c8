import type { Notification } from "@todo-mesh/contracts";

/** A reminder that was acknowledged. */
export interface Promised {
  readonly taskId: string;
  readonly dueMs: number;
}

/** What became of the promised reminders. */
export interface Tally {
  readonly lost: number;
  readonly doubled: number;
  readonly early: number;
  /** From due to shown, in milliseconds, of each that was shown. */
  readonly lateness: readonly number[];
}

/** Holds what was shown against what was promised; what nobody promised here is passed over. */
export function tally(
  promised: readonly Promised[],
  shown: readonly Pick<Notification, "task_id" | "created_at">[],
): Tally {
  const byTask = Map.groupBy(shown, ({ task_id }) => task_id);
  const times = promised.map(({ taskId, dueMs }) =>
    (byTask.get(taskId) ?? []).map(({ created_at }) => Date.parse(created_at) - dueMs),
  );
  const lateness = times.flat();
  return {
    lost: times.filter((each) => each.length === 0).length,
    doubled: times.filter((each) => each.length > 1).length,
    early: lateness.filter((ms) => ms < 0).length,
    lateness,
  };
}
