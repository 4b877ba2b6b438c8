import type { InboxPage, Notification } from "@todo-mesh/contracts";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/call.ts";
import { readLive } from "../api/heard.ts";
import { reasonOf } from "../api/problem.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";

const INBOX = ["inbox"];
// A person may ask for a few things at a time.
const AT_ONCE = 3;

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

/** Marks notifications as read, some at a time; what is read already stays so. */
export function useMarkRead(): (notifications: readonly Notification[]) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async (unread: readonly Notification[]) => {
      const waiting = [...unread];
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift())
          putNotification(
            client,
            await ask<Notification>(`/inbox/${next.id}/read`, { method: "POST" }),
          );
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    onError: (error) => showToast({ text: words.said.failed(reasonOf(error)), failed: true }),
  });
  return mutate;
}
