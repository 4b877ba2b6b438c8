import type { InboxPage, Notification, ReadNotifications } from "@todo-mesh/contracts";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/call.ts";
import { readLive } from "../api/heard.ts";
import { reasonOf } from "../api/problem.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";

const INBOX = ["inbox"];
const AT_ONCE = 200;

/** The last notifications, the newest first. */
export const useInbox = () =>
  useQuery({
    queryKey: INBOX,
    queryFn: async ({ signal }) => {
      const before = heard.length;
      const { items } = await readLive<InboxPage>("/inbox?limit=200", { signal });
      // What was heard of while that took its time.
      return heard.slice(before).reduce(withNotification, items);
    },
    staleTime: Infinity,
  });

const heard: Notification[] = [];

/** Puts a notification as it is now where it belongs. */
export function putNotification(client: QueryClient, now: Notification): void {
  heard.push(now);
  client.setQueryData<Notification[]>(INBOX, (known) => known && withNotification(known, now));
}

const withNotification = (known: Notification[], now: Notification): Notification[] =>
  known.some(({ id }) => id === now.id)
    ? known.map((one) => (one.id === now.id ? now : one))
    : [now, ...known];

/** Marks notifications as read, as many at once as the mesh takes; what is read already stays so. */
export function useMarkRead(): (notifications: readonly Notification[]) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async (unread: readonly Notification[]) => {
      const ids = unread.map(({ id }) => id);
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const body = { ids: ids.slice(at, at + AT_ONCE) };
        const { items } = await ask<ReadNotifications>("/inbox/read", { method: "POST", body });
        for (const read of items) putNotification(client, read);
      }
    },
    onError: (error) => showToast({ text: words.said.failed(reasonOf(error)), failed: true }),
  });
  return mutate;
}
