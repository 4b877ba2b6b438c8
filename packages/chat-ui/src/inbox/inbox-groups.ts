import type { Notification } from "@todo-mesh/contracts";

/** What was announced of one task, the newest first. */
export interface InboxGroup {
  readonly taskId: string;
  readonly newest: Notification;
  readonly earlier: readonly Notification[];
  readonly isNew: boolean;
}

/** Notifications by task, the task that was heard of last first. */
export function groupsOfInbox(notifications: readonly Notification[]): InboxGroup[] {
  const byTask = Map.groupBy(notifications, ({ task_id: taskId }) => taskId);
  return [...byTask].flatMap(([taskId, [newest, ...earlier]]) =>
    newest ? [{ taskId, newest, earlier, isNew: [newest, ...earlier].some(isUnread) }] : [],
  );
}

export const isUnread = ({ read_at: readAt }: Notification): boolean => readAt === undefined;
