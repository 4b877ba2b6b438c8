import type { InboxPage, Notification } from "@todo-mesh/contracts";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/call.ts";
import { reasonOf } from "../api/problem.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";

const INBOX = ["inbox"];

/** The last notifications, the newest first. */
export const useInbox = () =>
  useQuery({
    queryKey: INBOX,
    queryFn: async ({ signal }) => (await ask<InboxPage>("/inbox?limit=200", { signal })).items,
    staleTime: Infinity,
  });

/** Puts a notification as it is now where it belongs. */
export function putNotification(client: QueryClient, now: Notification): void {
  client.setQueryData<Notification[]>(INBOX, (known) =>
    known?.some(({ id }) => id === now.id)
      ? known.map((one) => (one.id === now.id ? now : one))
      : known && [now, ...known],
  );
}

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Notification) =>
      ask<Notification>(`/inbox/${id}/read`, { method: "POST" }),
    onSuccess: (now) => putNotification(client, now),
    onError: (error) => showToast({ text: words.said.failed(reasonOf(error)), failed: true }),
  });
}
