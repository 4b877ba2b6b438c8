import type { InboxPage } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { readPage } from "@todo-mesh/state";
import { inboxOf } from "./inbox.ts";

/** Which part of an inbox: `limit` at most, those older than number `cursor`. */
export interface InboxQuery {
  readonly limit: number;
  readonly cursor?: number | undefined;
}

/** A page of a person's inbox, the newest first; the empty page for one who has none. */
export function readInbox({ store }: { readonly store: StateStore }) {
  return async (user: string, { limit, cursor }: InboxQuery): Promise<InboxPage> => {
    const { entries, next } = await readPage(store, inboxOf(user), { limit, before: cursor });
    return {
      items: entries.map(({ element }) => element),
      ...(next !== undefined && { next_cursor: String(next) }),
    };
  };
}
