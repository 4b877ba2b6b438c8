import { Client } from "pg";

/** The tables of the older product, and the columns that are read. */
export const TABLES = {
  conversations: ["id", "user_id", "created_at", "updated_at"],
  messages: ["id", "conversation_id", "user_id", "role", "content", "tool_calls", "created_at"],
} as const;

/** Its database as it was at one moment, however it is used meanwhile. */
export interface Snapshot {
  readonly client: Client;
  /** By which another connection sees the same. */
  readonly name: string;
  readonly encoding: string;
  /** What it is called in reports: without a password. */
  readonly source: string;
}

/** Connects for as long as `work` takes. */
export async function connected<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: "todo-mesh-migrate" });
  // A connection that breaks between two queries fails the next of them.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await readAsText(client);
    await client.query("SET TimeZone TO 'UTC'");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Text comes as UTF-8. What a database keeps without any encoding comes as it is, for it would not be sent at all. */
export const readAsText = (client: Client): Promise<unknown> =>
  client.query(
    `SELECT set_config('client_encoding',
       CASE current_setting('server_encoding') WHEN 'SQL_ASCII' THEN 'SQL_ASCII' ELSE 'UTF8' END, false)`,
  );

/** The database at one moment, for as long as `work` takes; nothing is written to it. */
export const withSnapshot = <Result>(
  url: string,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> =>
  connected(url, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await requireColumns(client);
    const { rows } = await client.query<{ name: string; encoding: string }>(
      "SELECT pg_export_snapshot() AS name, current_setting('server_encoding') AS encoding",
    );
    const [found] = rows;
    if (!found) throw new Error("PostgreSQL gave no snapshot");
    return work({ client, ...found, source: withoutPassword(url) });
  });

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = "";
  shown.search = "";
  return shown.href;
}

async function requireColumns(client: Client): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    const found = await columnsOf(client, table);
    const missing = columns.filter((column) => !found.some(({ name }) => name === column));
    if (missing.length > 0)
      throw new Error(
        found.length === 0
          ? `There is no table ${table}`
          : `The table ${table} has no column ${missing.join(", ")}`,
      );
  }
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** The columns of a table in their order; none where there is no such table. */
export async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AS required
     FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
     ORDER BY attnum`,
    [table],
  );
  return rows;
}
