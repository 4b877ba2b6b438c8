import { z } from "zod";
import { shortKeyOf } from "./key.ts";
import type { Transaction } from "./transaction.ts";

const SEVEN_DAYS = 7 * 86_400;

/**
 * Which of these ids were marked in an earlier transaction. The others are marked now, with the
 * effect that rides in the same transaction, and stay so for `ttlSeconds` (7 days): of two who bring
 * the same id at once one commits and the other looks again. An id named twice here is the caller's to notice.
 */
export async function seenBefore(
  tx: Transaction,
  ids: readonly string[],
  { ttlSeconds = SEVEN_DAYS }: { ttlSeconds?: number } = {},
): Promise<ReadonlySet<string>> {
  const distinct = [...new Set(ids)];
  const marks = await tx.getMany(
    distinct.map((id) => shortKeyOf("seen", id)),
    z.literal(1),
  );
  const seen = new Set(distinct.filter((_id, at) => marks[at] !== undefined));
  for (const id of distinct) if (!seen.has(id)) tx.put(shortKeyOf("seen", id), 1, { ttlSeconds });
  return seen;
}
