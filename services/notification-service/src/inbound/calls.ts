import {
  FindNotifications,
  MarkRead,
  MarkSeveralRead,
  ReadInbox,
} from "@todo-mesh/contracts/calls";
import { serve, type Served } from "@todo-mesh/dapr";
import { findNotifications } from "../use-cases/find-notifications.ts";
import { markRead, markSeveralRead } from "../use-cases/mark-read.ts";
import { readInbox } from "../use-cases/read-inbox.ts";
import type { InboxDeps } from "../use-cases/show-reminders.ts";

/** What chat-api asks on behalf of a person: a page of their inbox, what is in it of these, and to mark one or several as read. */
export function servedCalls(deps: InboxDeps): readonly Served[] {
  const [read, find] = [readInbox(deps), findNotifications(deps)];
  const [mark, markSeveral] = [markRead(deps), markSeveralRead(deps)];
  return [
    serve(ReadInbox, ({ user_id, ...page }) => read(user_id, page)),
    serve(FindNotifications, ({ user_id, ids }) => find(user_id, ids)),
    serve(MarkRead, ({ user_id, id }) => mark(user_id, id)),
    serve(MarkSeveralRead, ({ user_id, ids }) => markSeveral(user_id, ids)),
  ];
}
