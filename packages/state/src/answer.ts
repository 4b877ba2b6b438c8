import { AppError, type Json } from "@todo-mesh/ports";
import { z } from "zod";
import { shortKeyOf } from "./key.ts";
import type { Transaction } from "./transaction.ts";

const ONE_DAY = 86_400;

/** What a write answers: an HTTP status and its JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
}

// The body is kept as text: a store may order the fields of an object as it likes, and the bytes must not change.
const Kept = z.object({
  fingerprint: z.string(),
  digest: z.string().optional(),
  status: z.int(),
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
  work: () => Promise<Answer>,
): Promise<Answer> {
  const kept = await keptAnswer(tx, asked);
  if (kept) return kept;
  const { status, body } = await work();
  if (asked.idempotency === undefined) return { status, body };
  const { fingerprint, digest } = asked.idempotency;
  const text = JSON.stringify(body);
  const key = shortKeyOf("answer", asked.scope, asked.idempotency.key);
  tx.put(
    key,
    { fingerprint, ...(digest !== undefined && { digest }), status, body: text },
    { ttlSeconds: ONE_DAY },
  );
  return { status, body: parseBody(text) };
}

/** The answer that `answerOnce` would give without doing anything, if there is one. */
export async function keptAnswer(
  tx: Transaction,
  { scope, idempotency }: Once,
): Promise<Answer | undefined> {
  if (idempotency === undefined) return undefined;
  const kept = await tx.get(shortKeyOf("answer", scope, idempotency.key), Kept);
  if (kept === undefined) return undefined;
  if (!isSame(kept, idempotency)) throw new AppError("key-reused", idempotency.reused ?? REUSED);
  return { status: kept.status, body: parseBody(kept.body) };
}

const REUSED = "This Idempotency-Key was used for another request";

const isSame = (kept: z.output<typeof Kept>, { fingerprint, digest = kept.digest }: Asked) =>
  kept.fingerprint === fingerprint && (kept.digest ?? digest) === digest;

function parseBody(text: string): Json {
  const body: Json = JSON.parse(text);
  return body;
}
