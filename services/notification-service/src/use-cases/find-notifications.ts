import type { Notification } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { readNumbers } from "@todo-mesh/state";
import { inboxOf, placesOf } from "./inbox.ts";

/** Those of these notifications that are in a person's inbox still, the oldest first. */
export function findNotifications({ store }: { readonly store: StateStore }) {
  return async (
    user: string,
    ids: readonly string[],
  ): Promise<{ readonly items: Notification[] }> => {
    const places = await placesOf(store, user, ids);
    const entries = await readNumbers(store, inboxOf(user), places);
    // Of an inbox that was erased the numbers begin anew.
    const items = entries.map(({ element }) => element).filter(({ id }) => ids.includes(id));
    return { items };
  };
}
