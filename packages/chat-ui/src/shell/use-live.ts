import type {
  Approval,
  ConversationHead,
  Notification,
  PersonPreferences,
  Task,
} from "@todo-mesh/contracts";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { nowHeard } from "../api/heard.ts";
import { type LiveEvent, listen } from "../api/live.ts";
import { isHeardHere } from "../chat/hear-turn.ts";
import { hearOfTurn } from "../chat/history.ts";
import { putNotification } from "../inbox/use-inbox.ts";
import { dropTask, putTask } from "../tasks/task-cache.ts";

/** Keeps what is shown as it is on the mesh; answers whether the mesh is reached. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [isConnected, setIsConnected] = useState(true);
  useEffect(() => {
    const onEvent = (event: LiveEvent): void => apply(client, event);
    const onConnected = (connected: boolean): void => {
      setIsConnected(connected);
      if (connected && nowHeard()) readAgain(client);
    };
    return listen({ onEvent, onConnected });
  }, [client]);
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
  readonly approval?: Approval;
  readonly preferences?: PersonPreferences;
  readonly turn_id?: string;
  readonly conversation?: ConversationHead;
  readonly conversation_id?: string;
}

function apply(client: QueryClient, { event, data }: LiveEvent): void {
  if (event === "resync" || event.startsWith("todo.user.erased")) return readAgain(client);
  const heard = JSON.parse(data) as Heard;
  const { task, task_id: erased, notification, approval, preferences } = heard;
  if (task) putTask(client, task);
  if (erased) dropTask(client, erased);
  if (notification) putNotification(client, notification);
  if (approval)
    void client.invalidateQueries({ queryKey: ["conversation", approval.conversation_id] });
  if (preferences) void client.invalidateQueries({ queryKey: ["preferences"] });
  applyChat(client, event, heard);
}

function applyChat(client: QueryClient, event: string, heard: Heard): void {
  const { turn_id, conversation, conversation_id: gone } = heard;
  if (!conversation && gone === undefined) return;
  void client.invalidateQueries({ queryKey: ["conversations"] });
  if (gone !== undefined) void client.invalidateQueries({ queryKey: ["conversation", gone] });
  if (!conversation || turn_id === undefined || isHeardHere(turn_id)) return;
  hearOfTurn(client, {
    id: conversation.id,
    turn_id,
    hasEnded: event.startsWith("todo.turn.ended."),
  });
}

const readAgain = (client: QueryClient): void =>
  void client.invalidateQueries({ predicate: isLive });

const LIVE = new Set<unknown>(["tasks", "inbox", "conversations", "conversation", "preferences"]);
const isLive = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  LIVE.has(queryKey[0]);
