import { Client } from "pg";

/** Does something with a connection of its own. */
export async function using<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A new database beside the one of `url`, and its URL. */
export async function newDatabase(
  url: string,
  name: string,
  encoding: "UTF8" | "SQL_ASCII" = "UTF8",
): Promise<string> {
  await using(url, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C'`),
  );
  const made = new URL(url);
  made.pathname = name;
  return made.href;
}

const TABLES = `
  CREATE TABLE conversations (id serial PRIMARY KEY, user_id text, created_at timestamptz, updated_at timestamptz);
  CREATE TABLE messages (id serial PRIMARY KEY, conversation_id int, user_id text, role text, content text,
    tool_calls text, created_at timestamptz);`;

/** The tables of the older product, with so many conversations and messages of ten people: `mia-0` to `mia-9`. */
export const fill = (
  url: string,
  who: string,
  { conversations, messages }: { readonly conversations: number; readonly messages: number },
): Promise<void> =>
  using(url, async (client) => {
    await client.query(TABLES);
    await client.query(
      `INSERT INTO conversations (user_id, created_at, updated_at)
       SELECT $2::text || '-' || n % 10, '2024-01-01'::timestamptz + n * interval '1 hour', '2024-06-01'
       FROM generate_series(1, $1::int) n`,
      [conversations, who],
    );
    await client.query(
      `INSERT INTO messages (conversation_id, user_id, role, content, tool_calls, created_at)
       SELECT n % $2::int + 1, $3::text || '-' || (n % $2::int + 1) % 10,
         CASE n / $2::int % 2 WHEN 0 THEN 'user' ELSE 'assistant' END,
         'message ' || n || ' ' || repeat('and so on ', n % 20),
         CASE n % 3 WHEN 0 THEN '[{"name":"add_task","arguments":{"title":"t' || n || '"},"result":null}]' END,
         '2024-01-01'::timestamptz + n * interval '1 minute'
       FROM generate_series(0, $1::int - 1) n`,
      [messages, conversations, who],
    );
  });

/** One more conversation, and its messages in their order; answers its number. */
export const add = (
  url: string,
  owner: string | null,
  messages: readonly Readonly<Record<string, unknown>>[],
): Promise<number> =>
  using(url, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      "INSERT INTO conversations (user_id, created_at, updated_at) VALUES ($1, '2024-05-01', '2024-05-01') RETURNING id",
      [owner],
    );
    const id = rows[0]?.id ?? 0;
    for (const message of messages) await addMessage(client, { conversation_id: id, ...message });
    return id;
  });

/** One more message; what is not said of it is what is usual. */
export async function addMessage(
  client: Client,
  message: Readonly<Record<string, unknown>>,
): Promise<void> {
  const usual = { user_id: null, role: "user", content: "hello", created_at: "2024-05-01" };
  const row = Object.entries({ ...usual, ...message });
  const names = row.map(([name]) => name).join(", ");
  const places = row.map((_, n) => `$${n + 1}`).join(", ");
  await client.query(
    `INSERT INTO messages (${names}) VALUES (${places})`,
    row.map(([, value]) => value),
  );
}
