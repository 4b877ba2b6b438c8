import type { Notification } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { findIn } from "./inbox.ts";

/** Those of these notifications that are in a person's inbox still, the oldest first. */
export const findNotifications =
  ({ store }: { readonly store: StateStore }) =>
  async (user: string, ids: readonly string[]): Promise<{ readonly items: Notification[] }> => ({
    items: (await findIn(store, user, ids)).map(({ element }) => element),
  });
