import { MarkRead, ReadInbox } from "@todo-mesh/contracts";
import { serve, type Served } from "@todo-mesh/dapr";
import { markRead } from "../use-cases/mark-read.ts";
import { readInbox } from "../use-cases/read-inbox.ts";
import type { InboxDeps } from "../use-cases/show-reminders.ts";

/** What chat-api asks on behalf of a person: a page of their inbox, and to mark something in it as read. */
export function servedCalls(deps: InboxDeps): readonly Served[] {
  const [read, mark] = [readInbox(deps), markRead(deps)];
  return [
    serve(ReadInbox, ({ user_id, ...page }) => read(user_id, page)),
    serve(MarkRead, ({ user_id, id }) => mark(user_id, id)),
  ];
}
