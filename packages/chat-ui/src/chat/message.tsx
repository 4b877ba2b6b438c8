import type { Approval, Message, ToolCall } from "@todo-mesh/contracts";
import { Pencil, RotateCcw } from "lucide-react";
import { memo, type ReactNode } from "react";
import { words } from "../words/words.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { Markdown } from "./markdown.tsx";
import { CopyButton, Doing } from "./message-doing.tsx";
import { Cards } from "./tool-cards.tsx";
import type { Turn } from "./turn.ts";
import type { Chat } from "./use-chat.ts";

/** Puts words where one writes: to say them in another way, or in the place of what was said last. */
export type Write = (text: string, replaced?: Message) => void;

export const NO_CALLS: readonly ToolCall[] = [];

interface SaidProps {
  readonly text: string;
  readonly write?: Write;
  readonly replaced?: Message | undefined;
}

/** What a person said. */
export const Said = memo(({ text, write, replaced }: SaidProps): ReactNode => (
  <div className="said-line">
    {write && (
      <Doing
        label={replaced ? words.chat.edit : words.chat.sayAnew}
        Icon={Pencil}
        act={() => write(text, replaced)}
      />
    )}
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
  readonly again?: (() => void) | undefined;
}

/** What the assistant answered, and what it did. */
export const Answer = memo((props: AnswerProps): ReactNode => {
  const { text, calls, turnId, isInterrupted = false, approval, again } = props;
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
          {again && <Doing label={words.chat.regenerate} Icon={RotateCcw} act={again} />}
        </p>
      )}
    </div>
  );
});

/** What is being answered, or was not answered to the end. */
export function Ongoing({ turn, again }: { readonly turn: Turn } & Pick<Chat, "again">): ReactNode {
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
