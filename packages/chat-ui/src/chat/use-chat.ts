import type { ConversationRead, Message, TurnEvent } from "@todo-mesh/contracts";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../api/call.ts";
import { readLive } from "../api/heard.ts";
import { ProblemError, reasonOf } from "../api/problem.ts";
import { eventsOf } from "../api/stream.ts";
import { zone } from "../preferences/writing.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";
import { keepConversation, keepSaid, keptConversation, keptSaid } from "./kept.ts";
import { afterEvent, beginTurn, type Said, type Turn } from "./turn.ts";

export interface Chat {
  readonly conversationId: string | undefined;
  /** The oldest first. */
  readonly messages: readonly Message[];
  readonly isLoading: boolean;
  readonly fault: string | undefined;
  /** What is being answered, or was not answered to the end. */
  readonly turn: Turn | undefined;
  readonly say: (message: string) => void;
  readonly again: () => void;
  /** Ends the answer that grows, wherever it does; what is done stays done. Nothing while there is none to end. */
  readonly stop: (() => void) | undefined;
  readonly open: (conversationId: string | undefined) => void;
}

const conversationKey = (id: string | undefined) => ["conversation", id] as const;

/** The chat of this tab: one conversation, and at most one turn that goes on. */
export function useChat(): Chat {
  const client = useQueryClient();
  const [conversationId, enter] = useConversationId();
  const [turn, setTurn] = useState<Turn>();
  const answering = useRef<string>(undefined);
  const { data, isLoading, error } = useConversation(conversationId, turn);

  const open = (id: string | undefined): void => {
    enter(id);
    setTurn(undefined);
    answering.current = undefined;
  };
  const send = async (said: Said): Promise<void> => {
    answering.current = said.key;
    keepSaid(said);
    const isShown = (): boolean => answering.current === said.key;
    const show = (now: Turn): void => {
      if (!isShown()) return;
      setTurn(now);
      if (now.conversationId !== undefined) enter(now.conversationId);
    };
    const last = await answerTo(said, show);
    if (last.state !== "finished") return show(last);
    if (keptSaid()?.key === said.key) keepSaid(undefined);
    addToHistory(client, last);
    if (isShown()) setTurn(undefined);
  };
  useTakenUp(send);

  return {
    conversationId,
    // What goes on is shown as it goes on.
    messages: (data ?? []).filter(({ turn_id }) => turn_id !== turn?.turnId),
    isLoading: isLoading && !turn,
    fault: error && !turn ? reasonOf(error) : undefined,
    turn,
    say: (message) =>
      turn?.state === "answering" ? undefined : void send(newSaid(message, conversationId)),
    again: () => turn && void send(turn.said),
    stop: stopOf(turn),
    open,
  };
}

function stopOf(turn: Turn | undefined): Chat["stop"] {
  if (turn?.state !== "answering" || turn.turnId === undefined) return undefined;
  const path = `/turns/${turn.turnId}/stop`;
  return () =>
    void call(path, { method: "POST" }).catch((error: unknown) =>
      showToast({ text: words.said.failed(reasonOf(error)), failed: true }),
    );
}

const newSaid = (message: string, conversationId: string | undefined): Said => ({
  key: crypto.randomUUID(),
  message,
  conversation_id: conversationId,
});

/** Which conversation this tab is in, also after a reload. */
function useConversationId(): [string | undefined, (id: string | undefined) => void] {
  const [conversationId, setConversationId] = useState(keptConversation);
  const enter = (id: string | undefined): void => {
    keepConversation(id);
    setConversationId(id);
  };
  return [conversationId, enter];
}

/** What was said before a reload, or while the line broke, is asked for again under its key. */
function useTakenUp(send: (said: Said) => Promise<void>): void {
  const takeUp = useRef(send);
  useEffect(() => {
    const said = keptSaid();
    if (said) void takeUp.current(said);
  }, []);
}

const useConversation = (id: string | undefined, turn: Turn | undefined) =>
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
    retry: (count, error) => !(error instanceof ProblemError && error.status === 404) && count < 2,
  });

const TRIES = 3;
const PAUSE_MS = 1_000;

/** The turn as it ended. A line that breaks is taken up again under the same key, a few times. */
async function answerTo(said: Said, show: (turn: Turn) => void): Promise<Turn> {
  let turn = beginTurn(said);
  show(turn);
  for (let tries = 1; ; tries += 1) {
    try {
      for await (const event of turnEvents(said)) show((turn = afterEvent(turn, event)));
      if (turn.state !== "answering") return turn;
    } catch (error) {
      const isRefused = error instanceof ProblemError && error.status > 0;
      if (isRefused) return { ...turn, state: "failed", why: reasonOf(error) };
    }
    if (tries === TRIES) return { ...turn, state: "failed", why: words.chat.broke };
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
  }
}

async function* turnEvents({ key, message, conversation_id }: Said): AsyncGenerator<TurnEvent> {
  const body = { message, timezone: zone, ...(conversation_id && { conversation_id }) };
  for await (const { event, data } of eventsOf("/chat", { method: "POST", key, body }))
    yield { event, data: JSON.parse(data) } as TurnEvent;
}

function addToHistory(client: QueryClient, turn: Turn): void {
  const { said, conversationId, turnId, text, calls, approval } = turn;
  const at = new Date().toISOString();
  const turn_id = turnId ?? said.key;
  const spoken = [
    { id: `${turn_id}-said`, role: "person" as const, text: said.message, turn_id, at },
    {
      id: turn_id,
      role: "assistant" as const,
      text,
      tool_calls: [...calls],
      turn_id,
      at,
      ...(approval && { approval }),
    },
  ];
  const queryKey = conversationKey(conversationId);
  const { status, fetchStatus } = client.getQueryState(queryKey) ?? {};
  client.setQueryData<Message[]>(queryKey, (known = []) => [
    ...known.filter((message) => message.turn_id !== turn_id),
    ...spoken,
  ]);
  // What is being read was written before this answer, and would take its place.
  const isRead = status === "success" && fetchStatus === "idle";
  if (said.conversation_id !== undefined && !isRead) void client.invalidateQueries({ queryKey });
  void client.invalidateQueries({ queryKey: ["conversations"] });
}
