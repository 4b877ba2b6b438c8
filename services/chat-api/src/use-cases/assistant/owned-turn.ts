import type { Message } from "@todo-mesh/contracts";
import type { Clock } from "@todo-mesh/ports";
import type { Entry, Transaction } from "@todo-mesh/state";
import type { LoggedEvent } from "../../domain/assistant/turn-events.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import { speakingIn } from "../../domain/grammar/speaking-in.ts";
import type { TurnRecord } from "../once/turn-record.ts";
import { contextOf } from "../preferences/context-of.ts";
import { KEPT, type TurnRow, turnRowKey } from "./turn-row.ts";
import type { AskedOfChat, Turn } from "./turn.ts";

/** A turn that begins, or is taken up: whoever has it is its owner from here on. */
export interface OwnedTurn {
  readonly kind: "running";
  readonly turn: Turn;
  readonly owner: string;
  /** What was shown of it already. */
  readonly begun: readonly LoggedEvent[];
}

/** The turn that a message begins, or began. */
export function turnOf(
  { userId, request, idempotency, lookedThrough }: AskedOfChat,
  begun: Omit<TurnRecord, "fingerprint">,
  window: readonly Entry<Message>[],
): Turn {
  const said = contextOf(request, begun.chosen ?? {}, new Date(begun.began_at));
  const ofPerson = window.filter(({ element }) => element.role === "person");
  const before = ofPerson.map(({ element }) => element.text).toReversed();
  return {
    id: begun.turn_id,
    userId,
    conversationId: begun.conversation_id,
    message: request.message,
    context: speakingIn(said, [request.message, ...before]),
    replaced: begun.replaced ?? [],
    window: window.map(({ element }) => element),
    idempotency,
    lookedThrough,
  };
}

interface Claim {
  readonly owner: string;
  readonly begun?: TurnRow["events"] | undefined;
  readonly message_id?: string;
}

/** Makes a turn the owner's; answers what is shown of it by that. */
export function claimTurn(
  { clock }: { readonly clock: Clock },
  tx: Transaction,
  { id: turn_id, userId, conversationId: conversation_id, context, idempotency }: Turn,
  { owner, begun, message_id }: Claim,
): TurnRow["events"] {
  const ids = { turn_id, conversation_id, ...(message_id !== undefined && { message_id }) };
  const started = { event: "turn.started", data: ids };
  const events = begun ?? [started];
  const row: TurnRow = {
    turn_id,
    conversation_id,
    locale: localeIn(context),
    ...(idempotency && { key: idempotency.key }),
    owner,
    beat_at: clock.now().toISOString(),
    events,
  };
  tx.put(turnRowKey(userId, turn_id), row, KEPT);
  return events;
}
