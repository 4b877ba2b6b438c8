import { ArrowDown } from "lucide-react";
import { memo, type ReactNode, useCallback, useLayoutEffect, useRef } from "react";
import { words } from "../words/words.ts";
import { Announced } from "./announced.tsx";
import { Answer, NO_CALLS, Ongoing, Said, type Write } from "./message.tsx";
import { Choices } from "./tool-cards.tsx";
import type { Chat } from "./use-chat.ts";
import { useFollowing } from "./use-following.ts";

interface ThreadProps {
  readonly chat: Chat;
  readonly write: Write;
}

/** What was said. Whoever reads further up is left there, and told that there is more below. A letter that is written draws none of it anew. */
export const Thread = memo(({ chat, write }: ThreadProps): ReactNode => {
  const { box, end, isAtEnd, onScroll } = useFollowing(chat.turn?.said.key);
  const last = chat.turn ? undefined : chat.messages.findLast(({ role }) => role === "person");
  const regenerate = useLatest(() => last && chat.regenerate(last));
  return (
    <div className="thread-frame">
      <div
        ref={box}
        onScroll={onScroll}
        className="thread"
        role="log"
        aria-live="off"
        aria-label={words.chat.thread}
        tabIndex={0}
      >
        {chat.isLoading && <p className="quiet">{words.chat.loading}</p>}
        {chat.fault && <p className="fault">{chat.fault}</p>}
        {chat.messages.map((message) =>
          message.role === "person" ? (
            <Said
              key={message.id}
              text={message.text}
              write={write}
              replaced={message === last ? message : undefined}
            />
          ) : (
            <Answer
              key={message.id}
              text={message.text}
              calls={message.tool_calls ?? NO_CALLS}
              turnId={message.turn_id}
              isInterrupted={message.interrupted === true}
              approval={message.approval}
              again={message.turn_id === last?.turn_id ? regenerate : undefined}
            />
          ),
        )}
        {chat.turn && <Ongoing turn={chat.turn} again={chat.again} />}
        <LastChoices chat={chat} />
        <span ref={end} aria-hidden="true" />
      </div>
      {!isAtEnd && (
        <button type="button" className="pill latest" onClick={() => toEnd(box.current)}>
          <ArrowDown size={14} aria-hidden="true" /> {words.chat.latest}
        </button>
      )}
      <Announced turn={chat.turn ?? chat.answered} />
    </div>
  );
});

/** The same function always, which does what it was given last. */
function useLatest(act: () => void): () => void {
  const latest = useRef(act);
  useLayoutEffect(() => void (latest.current = act));
  return useCallback(() => latest.current(), []);
}

const toEnd = (box: HTMLElement | null): void => box?.scrollTo({ top: box.scrollHeight });

/** Only of what was said last something can be chosen. */
function LastChoices({ chat }: { readonly chat: Chat }): ReactNode {
  if (chat.turn) return null;
  return <Choices calls={chat.messages.at(-1)?.tool_calls ?? NO_CALLS} say={chat.say} />;
}
