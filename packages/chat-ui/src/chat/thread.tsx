import type { Approval, ToolCall } from "@todo-mesh/contracts";
import { ArrowDown } from "lucide-react";
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { zone } from "../preferences/writing.ts";
import { words } from "../words/words.ts";
import { Announced } from "./announced.tsx";
import { ApprovalCard } from "./approval-card.tsx";
import { CopyButton, SayAnew } from "./message-doing.tsx";
import { Cards, Choices } from "./tool-cards.tsx";
import { Markdown } from "./markdown.tsx";
import type { Turn } from "./turn.ts";
import type { Chat } from "./use-chat.ts";

const NEAR_END_PX = 48;

/** Puts words where one writes. */
type Write = (text: string) => void;

interface ThreadProps {
  readonly chat: Chat;
  readonly write: Write;
}

/** What was said. Whoever reads further up is left there, and told that there is more below. A letter that is written draws none of it anew. */
export const Thread = memo(({ chat, write }: ThreadProps): ReactNode => {
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const said = chat.turn?.said.key;
  const followed = useRef(said);
  useLayoutEffect(() => {
    const isJustSaid = said !== undefined && said !== followed.current;
    followed.current = said;
    if (box.current && (isAtEnd || isJustSaid)) follow(box.current);
  });
  // Also what grows below the window without any scrolling is further down.
  useEffect(() => {
    const look = new IntersectionObserver(
      (seen) => setIsAtEnd(seen.at(-1)?.isIntersecting === true),
      { root: box.current, rootMargin: `0px 0px ${NEAR_END_PX}px` },
    );
    if (end.current) look.observe(end.current);
    return () => look.disconnect();
  }, []);
  return (
    <div className="thread-frame">
      <div
        ref={box}
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
            <Said key={message.id} text={message.text} write={write} />
          ) : (
            <Answer
              key={message.id}
              text={message.text}
              calls={message.tool_calls ?? NO_CALLS}
              turnId={message.turn_id}
              isInterrupted={message.interrupted === true}
              approval={message.approval}
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

const GAP_PX = 8;

/**
 * To the end, but not past what was said last: an answer that is longer than the thread is read from its beginning.
 * Whoever has gone on to its end stays there.
 */
function follow(box: HTMLElement): void {
  const said = [...box.querySelectorAll<HTMLElement>(".said-line")].at(-1);
  const end = box.scrollHeight - box.clientHeight;
  const beginning = said ? said.offsetTop - GAP_PX : end;
  box.scrollTo({ top: box.scrollTop > beginning + 1 ? end : Math.min(end, beginning) });
}

const toEnd = (box: HTMLElement | null): void => box?.scrollTo({ top: box.scrollHeight });

const NO_CALLS: readonly ToolCall[] = [];

interface SaidProps {
  readonly text: string;
  readonly write?: Write;
}

const Said = memo(({ text, write }: SaidProps): ReactNode => (
  <div className="said-line">
    {write && <SayAnew write={() => write(text)} />}
    <p className="said" dir="auto">
      {text}
    </p>
  </div>
));

interface AnswerProps {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly turnId: string | undefined;
  readonly isInterrupted?: boolean;
  readonly approval?: Approval | undefined;
}

const Answer = memo((props: AnswerProps): ReactNode => {
  const { text, calls, turnId, isInterrupted = false, approval } = props;
  const isWhole = turnId !== undefined;
  return (
    <div className="answer">
      <Cards calls={calls} turnId={turnId} />
      <Markdown text={text} />
      {approval && <ApprovalCard approval={approval} />}
      {isInterrupted && <p className="quiet">{words.chat.brokeBefore}</p>}
      {isWhole && text !== "" && (
        <p className="answer-doing">
          <CopyButton text={text} />
        </p>
      )}
    </div>
  );
});

function Ongoing({ turn, again }: { readonly turn: Turn } & Pick<Chat, "again">): ReactNode {
  const isWaiting = turn.state === "answering" && turn.text === "";
  return (
    <>
      <Said text={turn.said.message} />
      <Answer text={turn.text} calls={turn.calls} turnId={undefined} />
      {isWaiting && (
        <p className="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </p>
      )}
      {turn.why !== undefined && (
        <div className="fault" role="alert">
          {turn.why}{" "}
          <button type="button" className="link" onClick={again}>
            {words.chat.again}
          </button>
        </div>
      )}
    </>
  );
}

/** Only of what was said last something can be chosen. */
function LastChoices({ chat }: { readonly chat: Chat }): ReactNode {
  if (chat.turn) return null;
  return <Choices calls={chat.messages.at(-1)?.tool_calls ?? NO_CALLS} say={chat.say} />;
}

/** Before anything was said: what can be. */
export function Hello({ say }: Pick<Chat, "say">): ReactNode {
  return (
    <div className="hello">
      <img src="/icon.svg" alt="" width="40" height="40" />
      <h3>{words.chat.hello}</h3>
      {words.chat.examples.map((example) => (
        <button key={example} type="button" className="hello-example" onClick={() => say(example)}>
          {example}
        </button>
      ))}
      <p className="quiet">
        {words.chat.helloZone(zone.replaceAll("_", " "))}{" "}
        <Link href="/preferences" className="link">
          {words.chat.changeZone}
        </Link>
      </p>
    </div>
  );
}
