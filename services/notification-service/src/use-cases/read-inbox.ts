import type { InboxPage, PageQuery } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { listPage } from "@todo-mesh/state";
import { inboxOf } from "./inbox.ts";

/** A page of a person's inbox, the newest first; the empty page for one who has none. */
export const readInbox =
  ({ store }: { readonly store: StateStore }) =>
  (user: string, page: PageQuery): Promise<InboxPage> =>
    listPage(store, inboxOf(user), page);
