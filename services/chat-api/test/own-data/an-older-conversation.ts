import { type Brought, readingOlder } from "../../src/domain/imports/older-conversation.ts";
import type { OlderMessage } from "../../src/domain/imports/older-rows.ts";
import { ADA, NOW } from "../a-task.ts";

const BEGAN = Date.UTC(2025, 0, 1);

/** A message of the older product, said by Ada. */
export const aRow = (id: number, more: Partial<OlderMessage> = {}): OlderMessage => ({
  id,
  userId: ADA,
  role: id % 2 === 1 ? "user" : "assistant",
  content: `m${id}`,
  toolCalls: null,
  createdAt: BEGAN + id * 1_000,
  ...more,
});

/** What becomes of a conversation of these messages, and what was heard of it. */
export function aReading(rows: readonly OlderMessage[], number = 17, userId: string | null = ADA) {
  const heard: string[] = [];
  const hear = {
    odd: (kind: string, { id }: OlderMessage) => void heard.push(`${id} ${kind}`),
    left: (why: string, { id }: OlderMessage) => void heard.push(`${id} left: ${why}`),
  };
  const conversation = { id: number, userId, createdAt: BEGAN, updatedAt: BEGAN };
  const reading = readingOlder(conversation, { now: NOW, hear });
  for (const row of rows) reading.take(row);
  return { brought: reading.end(), heard };
}

/** A conversation of so many messages, `m1` the oldest. */
export function anOlder(count: number, number = 17, userId = ADA): Brought {
  const { brought } = aReading(
    Array.from({ length: count }, (_, n) => aRow(n + 1, { userId })),
    number,
    userId,
  );
  if (typeof brought === "string") throw new Error(brought);
  return brought;
}
