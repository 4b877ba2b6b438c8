import {
  ApprovalDecided,
  ApprovalRequested,
  ConversationDeleted,
  ConversationRenamed,
  NotificationCreated,
  NotificationRead,
  PersonErased,
  PreferencesChanged,
  TASK_EVENTS,
  TaskErased,
  TurnEnded,
  TurnStarted,
  UserErased,
} from "@todo-mesh/contracts/events";
import { type ArrivedEvent, on, type Subscription } from "@todo-mesh/dapr";
import type { LiveStreams } from "../outbound/live-streams.ts";

/** What every replica hears a second time, newest only: it goes straight to the open connections of its user. */
export function broadcastSubscriptions(live: LiveStreams): readonly Subscription[] {
  const pass = async ({ id, type, data }: ArrivedEvent<{ user_id: string }>): Promise<void> =>
    live.push(data.user_id, { id, type, data: JSON.stringify(data) });
  return [
    on([...TASK_EVENTS], pass),
    on(TaskErased, pass),
    on(UserErased, pass),
    on([ApprovalRequested, ApprovalDecided], pass),
    on([TurnStarted, TurnEnded], pass),
    on([ConversationRenamed, ConversationDeleted], pass),
    on(PreferencesChanged, pass),
    on(PersonErased, pass),
    on([NotificationCreated, NotificationRead], pass),
  ];
}
