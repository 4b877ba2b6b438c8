import type { Notification, Task } from "@todo-mesh/contracts";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type LiveEvent, listen } from "../api/live.ts";
import { putNotification } from "../inbox/use-inbox.ts";
import { dropTask, putTask } from "../tasks/task-cache.ts";

/** Keeps what is shown as it is on the mesh; answers whether the mesh is reached. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [isConnected, setIsConnected] = useState(true);
  useEffect(
    () => listen({ onEvent: (event) => apply(client, event), onConnected: setIsConnected }),
    [client],
  );
  return useOnline() && isConnected;
}

// A browser without a network knows it long before a stream that hangs.
const useOnline = (): boolean => useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);

function subscribeToNetwork(heard: () => void): () => void {
  addEventListener("online", heard);
  addEventListener("offline", heard);
  return () => {
    removeEventListener("online", heard);
    removeEventListener("offline", heard);
  };
}

interface Heard {
  readonly task?: Task;
  readonly task_id?: string;
  readonly notification?: Notification;
}

function apply(client: QueryClient, { event, data }: LiveEvent): void {
  if (event === "resync" || event.startsWith("todo.user.erased"))
    return void client.invalidateQueries({ predicate: isLive });
  const { task, task_id: erased, notification } = JSON.parse(data) as Heard;
  if (task) putTask(client, task);
  if (erased) dropTask(client, erased);
  if (notification) putNotification(client, notification);
}

const LIVE = new Set<unknown>(["tasks", "inbox", "conversations", "conversation", "preferences"]);
const isLive = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  LIVE.has(queryKey[0]);
