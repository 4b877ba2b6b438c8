import type { Idempotency } from "@todo-mesh/kit";
import { AppError, type Json } from "@todo-mesh/ports";
import { answerOnce, keptAnswer, keyOf, type Transaction } from "@todo-mesh/state";
import { turnKey, TurnRecord } from "./turn-record.ts";

/*
 * A person's `Idempotency-Key` is one request, whatever its route. What a write answered and what a turn of the chat
 * has come to are kept apart, so each looks whether the key is the other's. That it is there is enough: no row need say
 * which route it is of.
 */

/** Who asks, and under which key. */
interface Keyed {
  readonly userId: string;
  readonly idempotency?: Idempotency | undefined;
}

/** A write of a person, by the API. The same `idempotency` gets the same answer and changes nothing again. */
export interface Asked extends Keyed {
  /** Aborted once nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Under which the answers of a person's writes are kept, whatever they change. */
export const answersOf = (userId: string): string => keyOf("tasks", userId);

const reused = (): AppError =>
  new AppError("key-reused", "This Idempotency-Key was used for another request");

/** Does a write once per key, and answers what it did then; `key-reused` if that was another request. */
export async function answerOncePerKey(
  tx: Transaction,
  asked: Keyed,
  work: () => Promise<Json>,
): Promise<Json> {
  return (await answerOfKey(tx, asked)) ?? answerOnce(tx, onceOf(asked), work);
}

/** What it would answer without doing anything, if there is something. */
export async function answerOfKey(tx: Transaction, asked: Keyed): Promise<Json | undefined> {
  // At once, for that is one reading of the store. The version before let a key have both: each has its own then.
  const [kept, turn] = await Promise.all([keptAnswer(tx, onceOf(asked)), turnOf(tx, asked)]);
  if (kept === undefined && turn) throw reused();
  return kept;
}

/** Refuses a message under a key that a write has. */
export async function refuseKeyOfWrite(tx: Transaction, asked: Keyed): Promise<void> {
  if ((await keptAnswer(tx, onceOf(asked))) !== undefined) throw reused();
}

const onceOf = ({ userId, idempotency }: Keyed) => ({ scope: answersOf(userId), idempotency });

const turnOf = async (tx: Transaction, { userId, idempotency }: Keyed) =>
  idempotency && tx.get(turnKey(userId, idempotency.key), TurnRecord);
