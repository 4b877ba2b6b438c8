import { randomUUID } from "node:crypto";
import type { Task } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { Pool } from "pg";

const CHUNK = 64;
const PUT =
  "INSERT INTO by_hand (key, value, etag) VALUES ($1, $2, gen_random_uuid()) " +
  "ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, etag = gen_random_uuid(), updated_at = now()";

export interface RowsByHand {
  /** Writes what is kept of a task when it is acknowledged, in one transaction. */
  write(task: Task): Promise<void>;
  close(): Promise<void>;
}

/**
 * Keeps tasks as the mesh does, with nothing in between: the head of a person's list, the chunk of up to
 * 64 tasks that the new one is in, and the event that tells of it.
 */
export async function openRowsByHand(
  mesh: Mesh,
  { connections }: { readonly connections: number },
): Promise<RowsByHand> {
  const pool = new Pool({ connectionString: mesh.postgresUrl, max: connections });
  await pool.query("CREATE TABLE by_hand (LIKE state INCLUDING ALL)");
  const books = new Map<string, { count: number; chunk: Task[] }>();

  return {
    close: async () => pool.end(),
    write: async (task) => {
      const book = books.get(task.user_id) ?? { count: 0, chunk: [] };
      books.set(task.user_id, book);
      if (book.chunk.length === CHUNK) book.chunk = [];
      book.chunk.push(task);
      book.count += 1;
      const { user_id } = task;
      const n = Math.ceil(book.count / CHUNK);
      await inOne(pool, [
        [`tasks:${user_id}`, { version: book.count, chunks: n }],
        [`tasks:${user_id}:${n}`, book.chunk],
        [`outbox:${randomUUID()}`, eventOf(task)],
      ]);
    },
  };
}

const eventOf = (task: Task) => ({
  specversion: "1.0",
  id: randomUUID(),
  source: "bench",
  type: "todo.task.created.v1",
  subject: task.id,
  time: task.created_at,
  datacontenttype: "application/json",
  data: { user_id: task.user_id, task, change: { id: randomUUID(), by: "api" } },
});

async function inOne(pool: Pool, rows: readonly [key: string, value: unknown][]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    for (const [key, value] of rows)
      await client.query({
        name: "put",
        text: PUT,
        values: [key, Buffer.from(JSON.stringify(value))],
      });
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
