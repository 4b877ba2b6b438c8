import type { Message } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../api/call.ts";
import { isMissing, reasonOf } from "../api/problem.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";
import { hearTurn } from "./hear-turn.ts";
import { addToHistory, isOf, readHistoryAgain, useHistory } from "./history.ts";
import { keepConversation, keepSaid, keptConversation, keptSaid } from "./kept.ts";
import type { Replaced, Said, Turn } from "./turn.ts";

export interface Chat {
  readonly conversationId: string | undefined;
  /** The oldest first. */
  readonly messages: readonly Message[];
  readonly isLoading: boolean;
  readonly fault: string | undefined;
  /** What is being answered, or was not answered to the end. */
  readonly turn: Turn | undefined;
  /** What was answered here last, to its end. */
  readonly answered: Turn | undefined;
  /** In the place of what was said last, if that is named. */
  readonly say: (message: string, replaced?: Message) => void;
  /** Has what was said last answered once more; what its answer did is taken back. */
  readonly regenerate: (last: Message) => void;
  readonly again: () => void;
  /** Ends the answer that grows, wherever it does; what is done stays done. Nothing while there is none to end. */
  readonly stop: (() => void) | undefined;
  readonly open: (conversationId: string | undefined) => void;
}

/** The chat of this tab: one conversation, and at most one turn that goes on. */
export function useChat(): Chat {
  const [conversationId, enter] = useConversationId();
  const { turn, answered, hear, leave } = useTurn(enter);
  const { last, isGone, ...shown } = useShown(conversationId, turn);
  const open = (id: string | undefined): void => {
    enter(id);
    leave();
  };
  useTakenUp(hear);
  useGone(isGone, open);
  useFollowed(hear, last, conversationId);

  const sayNow = (message: string, replaces?: Replaced): void => {
    if (turn?.state !== "answering") hear({ ...newSaid(message, conversationId), replaces });
  };

  return {
    conversationId,
    ...shown,
    turn,
    answered,
    say: (message, replaced) => sayNow(message, replacing(replaced, false)),
    regenerate: (message) => sayNow(message.text, replacing(message, true)),
    again: () => turn && hear(saidAgain(turn)),
    stop: stopOf(turn),
    open,
  };
}

/** What is to be seen of a conversation. What goes on is shown as it goes on, whatever there is to read yet. */
function useShown(id: string | undefined, turn: Turn | undefined) {
  const { data = NONE, isLoading, error } = useHistory(id, turn);
  const messages = data.filter(({ turn_id }) => !isOf(turn?.said, turn_id));
  if (turn) return { messages, isLoading: false, fault: undefined, last: undefined, isGone: false };
  return {
    messages,
    isLoading,
    fault: error ? reasonOf(error) : undefined,
    last: messages.at(-1),
    isGone: messages.length > 0 && isMissing(error),
  };
}

const NONE: readonly Message[] = [];

const newSaid = (message: string, conversationId: string | undefined): Said => ({
  key: crypto.randomUUID(),
  message,
  conversation_id: conversationId,
});

const replacing = (message: Message | undefined, bySame: boolean): Replaced | undefined =>
  message && { message_id: message.id, turn_id: message.turn_id, bySame };

/** A turn that only was not heard any more is heard again; one that failed is tried again. */
function saidAgain({ said, state, conversationId }: Turn): Said {
  if (state === "broken") return said;
  const { key, message } = said;
  return key === undefined ? newSaid(message, conversationId) : { ...said, turn_id: undefined };
}

function stopOf(turn: Turn | undefined): Chat["stop"] {
  if (turn?.state !== "answering" || turn.said.turn_id === undefined) return undefined;
  const path = `/turns/${turn.said.turn_id}/stop`;
  return () =>
    void call(path, { method: "POST" }).catch((error: unknown) =>
      showToast({ text: words.said.failed(reasonOf(error)), failed: true }),
    );
}

type Hear = (said: Said) => void;

/** The turn that is heard, or was heard last; one that was left is heard to its end all the same. */
function useTurn(enter: (conversationId: string) => void) {
  const client = useQueryClient();
  const [heard, setHeard] = useState<Turn>();
  const shown = useRef<Said>(undefined);
  const hear = async (said: Said): Promise<void> => {
    shown.current = said;
    const isShown = (): boolean => shown.current === said;
    let kept: Said | undefined;
    const show = (now: Turn): void => {
      // Of what has ended its history tells.
      if (!isShown() || now.state === "finished") return;
      setHeard(now);
      // Whoever reloads the page finds what has no key in its conversation.
      if (now.said !== kept && said.key !== undefined) keepSaid(now.said);
      kept = now.said;
      if (now.conversationId !== undefined) enter(now.conversationId);
    };
    const last = await hearTurn(said, show);
    if (last?.why !== undefined) return show(last);
    if (keptSaid()?.key === said.key) keepSaid(undefined);
    if (last) addToHistory(client, last);
    else await readHistoryAgain(client, said.conversation_id);
    if (isShown()) setHeard(last);
  };
  const leave = (): void => {
    shown.current = undefined;
    setHeard(undefined);
  };
  const [turn, answered] = heard?.state === "finished" ? [undefined, heard] : [heard];
  return { turn, answered, hear: (said: Said) => void hear(said), leave };
}

/** Which conversation this tab is in, also after a reload. */
function useConversationId(): [string | undefined, (id: string | undefined) => void] {
  const [conversationId, setConversationId] = useState(keptConversation);
  const enter = (id: string | undefined): void => {
    keepConversation(id);
    setConversationId(id);
  };
  return [conversationId, enter];
}

/** What was said before a reload is sent again under its key, or heard where it stands by now. */
function useTakenUp(hear: Hear): void {
  const takeUp = useRef(hear);
  useEffect(() => {
    const said = keptSaid();
    if (said) takeUp.current(said);
  }, []);
}

/** A conversation that was there and is not any more, for it was deleted elsewhere, is left. */
function useGone(isGone: boolean, open: Chat["open"]): void {
  useEffect(() => {
    if (isGone) open(undefined);
  });
}

/** What was said last in a conversation and has no answer is being answered: wherever it was said, that is heard here. */
function useFollowed(hear: Hear, last: Message | undefined, conversation_id: string | undefined) {
  // Of a turn that is not known any more nothing is heard, nor will be.
  const tried = useRef({ conversation_id, turn_id: "" });
  useEffect(() => {
    if (tried.current.conversation_id !== conversation_id)
      tried.current = { conversation_id, turn_id: "" };
    if (last?.role !== "person" || last.turn_id === tried.current.turn_id) return;
    tried.current.turn_id = last.turn_id;
    hear({ turn_id: last.turn_id, message: last.text, conversation_id });
  });
}
