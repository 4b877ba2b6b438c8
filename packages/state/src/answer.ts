import { AppError, type Json } from "@todo-mesh/ports";
import { z } from "zod";
import { shortKeyOf } from "./key.ts";
import type { Transaction } from "./transaction.ts";

const ONE_DAY = 86_400;

// The answer is kept as text: a store may order the fields of an object as it likes, and the bytes must not change.
const Kept = z.object({
  fingerprint: z.string(),
  digest: z.string().optional(),
  body: z.string(),
});

interface Once {
  /** The user and what was asked. */
  readonly scope: string;
  readonly idempotency: Asked | undefined;
}

interface Asked {
  readonly key: string;
  readonly fingerprint: string;
  /** Of what must be the same beside the fingerprint, where both who kept the answer and who asks for it have one. */
  readonly digest?: string;
  /** What to say to whoever uses the key for something else. */
  readonly reused?: string;
}

/**
 * Does `work` once per idempotency key and `scope` (the user and what was asked): within 24 h the same
 * key with the same fingerprint gets the first answer again, byte for byte, and nothing is done; with
 * another fingerprint it is refused as `key-reused`. Without a key the work is simply done.
 */
export async function answerOnce(
  tx: Transaction,
  asked: Once,
  work: () => Promise<Json>,
): Promise<Json> {
  const kept = await keptAnswer(tx, asked);
  if (kept !== undefined) return kept;
  const answer = await work();
  if (asked.idempotency === undefined) return answer;
  const { fingerprint, digest } = asked.idempotency;
  const body = JSON.stringify(answer);
  tx.put(
    answerKeyOf(asked.scope, asked.idempotency.key),
    { fingerprint, ...(digest !== undefined && { digest }), status: READ_BY_THE_LAST, body },
    { ttlSeconds: ONE_DAY },
  );
  return parseAnswer(body);
}

// The version before reads a status in each row. What answers a request knows its own.
const READ_BY_THE_LAST = 200;

/** Under which an answer is kept, for whoever reads it along with something else. */
export const answerKeyOf = (scope: string, key: string): string => shortKeyOf("answer", scope, key);

/** The answer that `answerOnce` would give without doing anything, if there is one. */
export async function keptAnswer(
  tx: Transaction,
  { scope, idempotency }: Once,
): Promise<Json | undefined> {
  if (idempotency === undefined) return undefined;
  const kept = await tx.get(answerKeyOf(scope, idempotency.key), Kept);
  if (kept === undefined) return undefined;
  if (!isSame(kept, idempotency)) throw new AppError("key-reused", idempotency.reused ?? REUSED);
  return parseAnswer(kept.body);
}

const REUSED = "This Idempotency-Key was used for another request";

const isSame = (kept: z.output<typeof Kept>, { fingerprint, digest = kept.digest }: Asked) =>
  kept.fingerprint === fingerprint && (kept.digest ?? digest) === digest;

function parseAnswer(text: string): Json {
  const answer: Json = JSON.parse(text);
  return answer;
}
