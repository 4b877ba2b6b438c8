import type { ConversationRead, Message } from "@todo-mesh/contracts";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { readLive } from "../api/heard.ts";
import { isMissing } from "../api/problem.ts";
import type { Said, Turn } from "./turn.ts";

const conversationKey = (id: string | undefined) => ["conversation", id] as const;

/** What was said in a conversation, the oldest first. */
export const useHistory = (id: string | undefined, turn: Turn | undefined) =>
  useQuery({
    queryKey: conversationKey(id),
    queryFn: async ({ signal }) =>
      (
        await readLive<ConversationRead>(`/conversations/${id}?limit=200`, { signal })
      ).items.toReversed(),
    // Of one that begins with this turn there is nothing to read yet.
    enabled: id !== undefined && !(turn && turn.said.conversation_id === undefined),
    staleTime: Infinity,
    // One that has just begun is not there before its first answer is.
    retry: (count, error) => !isMissing(error) && count < 2,
  });

export const readHistoryAgain = (client: QueryClient, id: string | undefined): Promise<void> =>
  client.invalidateQueries({ queryKey: conversationKey(id) });

/** Whether a message is of this turn, or of what it replaces. */
export const isOf = (said: Said | undefined, turnId: string): boolean =>
  turnId === said?.turn_id || turnId === said?.replaces?.turn_id;

/** Somewhere a turn began, or has ended: a conversation that was read, and does not have that, is read again. */
export function hearOfTurn(client: QueryClient, { id, turn_id, hasEnded }: Somewhere): void {
  const known = client.getQueryData<Message[]>(conversationKey(id));
  const hasIt = known?.some(
    (message) => message.turn_id === turn_id && (!hasEnded || message.role === "assistant"),
  );
  if (hasIt === false) void readHistoryAgain(client, id);
}

interface Somewhere {
  readonly id: string;
  readonly turn_id: string;
  readonly hasEnded: boolean;
}

/** Puts a turn that has ended to its conversation, as it is kept. */
export function addToHistory(client: QueryClient, turn: Turn): void {
  const { said, conversationId } = turn;
  const queryKey = conversationKey(conversationId);
  const { status, fetchStatus } = client.getQueryState(queryKey) ?? {};
  client.setQueryData<Message[]>(queryKey, (known = []) => [
    ...known.filter(({ turn_id }) => !isOf(said, turn_id)),
    ...messagesOf(turn),
  ]);
  // What is being read was written before this answer, and would take its place.
  const isRead = status === "success" && fetchStatus === "idle" && said.message_id !== undefined;
  if (said.conversation_id !== undefined && !isRead) void readHistoryAgain(client, conversationId);
  void client.invalidateQueries({ queryKey: ["conversations"] });
}

function messagesOf({ said, text, calls, approval, isInterrupted }: Turn): Message[] {
  const { turn_id = crypto.randomUUID(), message } = said;
  const common = { turn_id, at: new Date().toISOString() };
  return [
    { id: said.message_id ?? `${turn_id}-said`, role: "person", text: message, ...common },
    {
      id: turn_id,
      role: "assistant",
      text,
      tool_calls: [...calls],
      ...common,
      ...(approval && { approval }),
      ...(isInterrupted && { interrupted: true }),
    },
  ];
}
