import type { Message } from "@todo-mesh/contracts";
import { History, Plus } from "lucide-react";
import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { words } from "../words/words.ts";
import { Composer, useDraft } from "./composer.tsx";
import { Hello } from "./hello.tsx";
import { Thread } from "./thread.tsx";
import type { Chat } from "./use-chat.ts";

const ConversationsDialog = lazy(() => import("./conversations.tsx"));

/** The chat: what was said, and where one says more. */
export function ChatColumn({ chat }: { readonly chat: Chat }): ReactNode {
  const [isChoosing, setIsChoosing] = useState(false);
  const [draft, type] = useDraft();
  const [replaced, setReplaced] = useState<Message>();
  const write = useCallback(
    (text: string, message?: Message): void => {
      type(text);
      setReplaced(message);
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
        keepLast={isStill(replaced, chat) ? () => setReplaced(undefined) : undefined}
        say={(text) => {
          chat.say(text, isStill(replaced, chat) ? replaced : undefined);
          setReplaced(undefined);
        }}
      />
      {isChoosing && (
        <Suspense>
          <ConversationsDialog chat={chat} onClose={() => setIsChoosing(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** Whether this is what was said last, here: only that can be replaced. */
const isStill = (replaced: Message | undefined, { messages }: Chat): boolean =>
  replaced !== undefined &&
  messages.findLast(({ role }) => role === "person")?.turn_id === replaced.turn_id;
