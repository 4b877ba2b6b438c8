import type { Approval, ToolCall, TurnEvent } from "@todo-mesh/contracts";

/** What a person said and was not answered to the end yet. */
export interface Said {
  /** Sent again under it, it is the same request again. None where it was said elsewhere, which is known by its turn. */
  readonly key?: string | undefined;
  /** Once its turn has begun. */
  readonly turn_id?: string | undefined;
  /** That of this message, once it is known. */
  readonly message_id?: string | undefined;
  readonly message: string;
  readonly conversation_id?: string | undefined;
  readonly replaces?: Replaced | undefined;
}

/** What was said last, and leaves its conversation with its answer for what is said in its place. */
export interface Replaced {
  readonly message_id: string;
  readonly turn_id: string;
  /** The same is said once more, to be answered anew. */
  readonly bySame: boolean;
}

/** A turn as it is seen while it goes on. */
export interface Turn {
  readonly said: Said;
  readonly conversationId?: string | undefined;
  /** The id of the event of it that was heard last. */
  readonly heard?: string | undefined;
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly approval?: Approval | undefined;
  readonly isInterrupted?: boolean | undefined;
  /** `broken`: it may go on, but is not heard any more. */
  readonly state: "answering" | "finished" | "failed" | "broken";
  /** Why it failed or broke, in words. */
  readonly why?: string;
}

export const beginTurn = (said: Said): Turn => ({
  said,
  conversationId: said.conversation_id,
  text: "",
  calls: [],
  state: "answering",
});

/** The turn after one more event of it. A turn that is told from its beginning again begins again. */
export function afterEvent(turn: Turn, { event, data }: TurnEvent): Turn {
  switch (event) {
    case "turn.started":
      return {
        ...beginTurn({ ...turn.said, turn_id: data.turn_id, message_id: data.message_id }),
        conversationId: data.conversation_id,
      };
    case "text.delta":
      return { ...turn, text: turn.text + data.text };
    case "tool.finished":
      return { ...turn, calls: [...turn.calls, data] };
    case "turn.finished":
      return {
        ...turn,
        said: { ...turn.said, turn_id: data.turn_id },
        conversationId: data.conversation_id,
        text: data.response,
        calls: data.tool_calls,
        approval: data.approval,
        isInterrupted: data.interrupted,
        state: "finished",
      };
    case "turn.failed":
      return { ...turn, state: "failed", why: data.detail };
    // What a tool is about to do is seen when it has.
    case "tool.started":
    // What is asked for stands in the whole answer.
    case "approval.requested":
      return turn;
    default:
      return turn;
  }
}
