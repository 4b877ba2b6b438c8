import type { Notification } from "@todo-mesh/contracts";
import type { Caller, MarkRead } from "@todo-mesh/contracts/calls";
import { acknowledge, nagsAbout } from "../../domain/tasks/acknowledge.ts";
import type { TaskDeps } from "../deps.ts";
import { loadForChange } from "./load-for-change.ts";
import { recordChange } from "./record-change.ts";

export interface ReadDeps extends TaskDeps {
  readonly markRead: Caller<typeof MarkRead>;
}

/**
 * Marks a notification as read. If it is of a task that nags, that is dismissed up to what it tells of, as a change
 * that can be taken back. Safe to repeat, so whoever was cut off in between asks again.
 */
export function readNotification(deps: ReadDeps) {
  return async (...asked: Parameters<ReadDeps["markRead"]>): Promise<Notification> => {
    const [{ user_id }] = asked;
    const read = await deps.markRead(...asked);
    if (await mayNag(deps, user_id, read)) await dismiss(deps, user_id, read);
    return read;
  };
}

export type ReadNotification = ReturnType<typeof readNotification>;

// Most do not, and then nothing is written.
async function mayNag(
  { tasks, clock }: ReadDeps,
  user: string,
  { task_id, due_at }: Notification,
): Promise<boolean> {
  const { parts } = await tasks.read(user);
  const task = parts.map((part) => part.get(task_id)).find((found) => found !== undefined);
  return task !== undefined && nagsAbout(task, due_at, clock.now());
}

const dismiss = (deps: ReadDeps, user: string, { task_id, due_at }: Notification): Promise<void> =>
  deps.commit(user, async (tx) => {
    const draft = await loadForChange(deps, tx, user);
    const [task, now] = [draft.get(task_id), deps.clock.now()];
    if (!task || !nagsAbout(task, due_at, now)) return;
    const change = acknowledge(task, due_at, { now, changeId: deps.ids.next() });
    await recordChange(deps, tx, draft, { change, origin: { by: "api" } });
  });
