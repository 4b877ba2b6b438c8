import { History, Plus } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";
import { words } from "../words/words.ts";
import { Composer, useDraft } from "./composer.tsx";
import { ConversationsDialog } from "./conversations.tsx";
import { Hello, Thread } from "./thread.tsx";
import type { Chat } from "./use-chat.ts";

/** The chat: what was said, and where one says more. */
export function ChatColumn({ chat }: { readonly chat: Chat }): ReactNode {
  const [isChoosing, setIsChoosing] = useState(false);
  const [draft, type] = useDraft();
  const write = useCallback(
    (text: string): void => {
      type(text);
      document.getElementById("say")?.focus();
    },
    [type],
  );
  const isEmpty = chat.messages.length === 0 && !chat.turn && !chat.isLoading && !chat.fault;
  return (
    <section className="chat" aria-label={words.nav.chat}>
      <header className="chat-head">
        <h2>{words.chat.heading}</h2>
        <span className="grow" />
        <button
          type="button"
          className="icon-button"
          aria-label={words.nav.conversations}
          onClick={() => setIsChoosing(true)}
        >
          <History size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.chat.new}
          onClick={() => chat.open(undefined)}
        >
          <Plus size={18} aria-hidden="true" />
        </button>
      </header>
      {isEmpty ? <Hello say={chat.say} /> : <Thread chat={chat} write={write} />}
      <Composer
        draft={draft}
        type={type}
        isAnswering={chat.turn?.state === "answering"}
        stop={chat.stop}
        say={chat.say}
      />
      {isChoosing && <ConversationsDialog chat={chat} onClose={() => setIsChoosing(false)} />}
    </section>
  );
}
