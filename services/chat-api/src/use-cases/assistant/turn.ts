import type { ChatAnswer, ChatRequest, Message } from "@todo-mesh/contracts";
import type { Idempotency } from "@todo-mesh/kit";
import type { KeptApproval } from "../../domain/assistant/approval.ts";
import type { Spoken } from "../../domain/grammar/until-moment.ts";
import type { TurnLog } from "./turn-log.ts";

/** A message as it comes in. */
export interface AskedOfChat {
  readonly userId: string;
  readonly request: ChatRequest;
  readonly idempotency?: Idempotency | undefined;
  /** Hears how many characters of a person's list were looked through for them. */
  readonly lookedThrough?: ((characters: number) => void) | undefined;
  /** How long it waits, at most, for the answer before it in its conversation. */
  readonly waitMs?: number | undefined;
}

/** A turn whose message is stored. All that it does is named after its id, so that it may be done again. */
export interface Turn {
  readonly id: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly message: string;
  /** When and where it was said: "in ten minutes" counts from here, also when the turn is taken up again. */
  readonly context: Spoken;
  /** The turns it stands in the place of, the newest first: what they did is taken back. */
  readonly replaced: readonly string[];
  /** What was said before. */
  readonly window: readonly Message[];
  readonly idempotency?: Idempotency | undefined;
  readonly lookedThrough?: AskedOfChat["lookedThrough"];
  /** What is shown of it; undefined for what is called from outside of any conversation. */
  readonly log?: TurnLog;
  /** Aborted when its person wants no more of it. */
  readonly stopped?: AbortSignal;
}

/** What a turn has come to; `final` unless a later try could still do better. */
export interface Said {
  readonly answer: ChatAnswer;
  readonly final: boolean;
  /** What its answer asks the person to allow. */
  readonly asks?: KeptApproval | undefined;
}
