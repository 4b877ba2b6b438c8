import type { Notification } from "@todo-mesh/contracts";
import type { Caller, MarkRead, MarkSeveralRead } from "@todo-mesh/contracts/calls";
import { acknowledge, nagsAbout } from "../../domain/tasks/acknowledge.ts";
import type { TaskDeps } from "../deps.ts";
import { loadForChange } from "./load-for-change.ts";
import { recordChange } from "./record-change.ts";

export interface ReadDeps extends TaskDeps {
  readonly markRead: Caller<typeof MarkRead>;
  readonly markSeveralRead: Caller<typeof MarkSeveralRead>;
}

/**
 * Marks a notification as read. If it is of a task that nags, that is dismissed up to what it tells of, as a change
 * that can be taken back. Safe to repeat, so whoever was cut off in between asks again.
 */
export const readNotification =
  (deps: ReadDeps) =>
  async (...asked: Parameters<ReadDeps["markRead"]>) => {
    const read = await deps.markRead(...asked);
    await dismissAll(deps, asked[0].user_id, [read]);
    return read;
  };

/** The same of several. */
export const readNotifications =
  (deps: ReadDeps) =>
  async (...asked: Parameters<ReadDeps["markSeveralRead"]>) => {
    const read = await deps.markSeveralRead(...asked);
    await dismissAll(deps, asked[0].user_id, read.items);
    return read;
  };

/** One, and several. */
export interface Reading {
  readonly readNotification: ReturnType<typeof readNotification>;
  readonly readNotifications: ReturnType<typeof readNotifications>;
}

// Of a task what rang last counts: what rang before that is known with it.
async function dismissAll(
  deps: ReadDeps,
  user: string,
  read: readonly Notification[],
): Promise<void> {
  const inOrder = read.toSorted((one, other) => Date.parse(one.due_at) - Date.parse(other.due_at));
  const last = new Map(inOrder.map((one) => [one.task_id, one]));
  for (const one of await thatMayNag(deps, user, [...last.values()]))
    await dismiss(deps, user, one);
}

// Most do not, and then nothing is written.
async function thatMayNag(
  { tasks, clock }: ReadDeps,
  user: string,
  read: readonly Notification[],
): Promise<Notification[]> {
  if (read.length === 0) return [];
  const { parts } = await tasks.read(user);
  return read.filter(({ task_id, due_at }) => {
    const task = parts.map((part) => part.get(task_id)).find((found) => found !== undefined);
    return task !== undefined && nagsAbout(task, due_at, clock.now());
  });
}

const dismiss = (deps: ReadDeps, user: string, { task_id, due_at }: Notification): Promise<void> =>
  deps.commit(user, async (tx) => {
    const draft = await loadForChange(deps, tx, user);
    const [task, now] = [draft.get(task_id), deps.clock.now()];
    if (!task || !nagsAbout(task, due_at, now)) return;
    const change = acknowledge(task, due_at, { now, changeId: deps.ids.next() });
    await recordChange(deps, tx, draft, { change, origin: { by: "api" } });
  });
