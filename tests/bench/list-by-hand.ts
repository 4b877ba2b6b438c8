import { randomUUID } from "node:crypto";
import type { Mesh } from "@todo-mesh/mesh";
import { Pool } from "pg";

/** The same list kept in tables of its own, with an index for each question and nothing in between. */
export interface ListByHand {
  fill(user: string, titles: readonly string[]): Promise<void>;
  first(user: string): Promise<string>;
  soonest(user: string): Promise<string>;
  search(user: string, word: string): Promise<string>;
  /** One transaction: the task, its entry in a journal and its event. */
  rename(user: string, title: string): Promise<void>;
  close(): Promise<void>;
}

const TABLES = `
  CREATE TABLE hand_tasks (user_id text, id uuid PRIMARY KEY, due timestamptz, version int, doc jsonb,
    words tsvector GENERATED ALWAYS AS (to_tsvector('simple', doc->>'title')) STORED);
  CREATE INDEX ON hand_tasks (user_id, id);
  CREATE INDEX ON hand_tasks (user_id, due, id);
  CREATE INDEX ON hand_tasks USING gin (words);
  CREATE TABLE hand_journal (user_id text, n bigserial, entry jsonb, PRIMARY KEY (user_id, n));
  CREATE TABLE hand_outbox (n bigserial PRIMARY KEY, event jsonb)`;
const PAGE = 10;
const where = (rest: string): string =>
  `SELECT doc FROM hand_tasks WHERE user_id = $1 ${rest} LIMIT ${PAGE}`;

export async function openListByHand(mesh: Mesh, connections: number): Promise<ListByHand> {
  const pool = new Pool({ connectionString: mesh.postgresUrl, max: connections });
  await pool.query(TABLES);
  const page = async (name: string, text: string, values: unknown[]): Promise<string> => {
    const { rows } = await pool.query<{ doc: unknown }>({ name, text, values });
    return JSON.stringify({ items: rows.map(({ doc }) => doc) });
  };
  return {
    fill: async (user, titles) => {
      for (const [n, title] of titles.entries())
        await pool.query(
          "INSERT INTO hand_tasks (user_id, id, due, version, doc) VALUES ($1, $2, $3, 1, $4)",
          [
            user,
            randomUUID(),
            dueOf(n),
            { title, status: "open", due: dueOf(n), notes: "x".repeat(100) },
          ],
        );
      await pool.query("ANALYZE hand_tasks");
    },
    first: (user) => page("first", where("ORDER BY id"), [user]),
    soonest: (user) => page("soonest", where("ORDER BY due, id"), [user]),
    search: (user, word) =>
      page("search", where("AND words @@ to_tsquery('simple', $2) ORDER BY id"), [
        user,
        `${word}:*`,
      ]),
    rename: (user, title) => rename(pool, user, title),
    close: async () => pool.end(),
  };
}

/** One task every minute from now on. */
export const dueOf = (n: number): Date => new Date(Date.now() + 86_400_000 + n * 60_000);

async function rename(pool: Pool, user: string, title: string): Promise<void> {
  const client = await pool.connect();
  const run = (name: string, text: string, values: unknown[]) =>
    client.query({ name, text, values });
  try {
    await client.query("BEGIN");
    await run(
      "rename",
      `UPDATE hand_tasks SET doc = jsonb_set(doc, '{title}', $2), version = version + 1
       WHERE id = (SELECT id FROM hand_tasks WHERE user_id = $1 ORDER BY id LIMIT 1)`,
      [user, JSON.stringify(title)],
    );
    await run("journal", "INSERT INTO hand_journal (user_id, entry) VALUES ($1, $2)", [
      user,
      { title },
    ]);
    await run("outbox", "INSERT INTO hand_outbox (event) VALUES ($1)", [{ user, title }]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
