import type { OlderConversation, OlderMessage } from "@todo-mesh/chat-api/older";
import type { Client } from "pg";
import { z } from "zod";

// A message may have 1 MB.
const AT_ONCE = 50;

const number = z.coerce.number();
const text = z.string().nullable();
// PostgreSQL has moments without end.
const moment = z.custom<number | null>((at) => at === null || typeof at === "number");
const Row = z.object({
  conversation: number.nullable(),
  owner: text,
  began: moment,
  changed: moment,
  of: text,
  message: number.nullable(),
  user: text,
  role: text,
  content: text,
  tool_calls: text,
  at: moment,
});

/** A message with the conversation that it names; a conversation without messages comes once, without one. */
export interface Read {
  /** Undefined where there is none of that number. */
  readonly conversation: OlderConversation | undefined;
  /** What the message says its conversation is. */
  readonly of: string | null;
  readonly message: OlderMessage | undefined;
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

// The conversation that began last comes first, each with its messages from the oldest on.
const SQL = `
  SELECT c.id AS conversation, c.user_id::text AS owner, ${ms("c.created_at")} AS began,
    ${ms("c.updated_at")} AS changed, m.conversation_id::text AS of, m.id AS message,
    m.user_id::text AS user, m.role::text AS role, m.content::text AS content,
    m.tool_calls::text AS tool_calls, ${ms("m.created_at")} AS at
  FROM conversations c FULL JOIN messages m ON m.conversation_id = c.id
  ORDER BY c.id DESC NULLS LAST, m.conversation_id, m.id`;

/** All rows of the older product, some at a time: memory stays flat however many there are. Once in a transaction. */
export async function* readRows(client: Client): AsyncGenerator<readonly Read[]> {
  await client.query(`DECLARE older NO SCROLL CURSOR FOR ${SQL}`);
  for (;;) {
    const { rows } = await client.query(`FETCH ${AT_ONCE} FROM older`);
    if (rows.length === 0) return;
    yield rows.map((row) => readOf(Row.parse(row)));
  }
}

function readOf(row: z.output<typeof Row>): Read {
  const { conversation, message } = row;
  return {
    of: row.of,
    conversation:
      conversation === null
        ? undefined
        : { id: conversation, userId: row.owner, createdAt: row.began, updatedAt: row.changed },
    message:
      message === null
        ? undefined
        : {
            id: message,
            userId: row.user,
            role: row.role,
            content: row.content,
            toolCalls: row.tool_calls,
            createdAt: row.at,
          },
  };
}
