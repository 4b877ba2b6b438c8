import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import type { Client } from "pg";
import { z } from "zod";
import { copyIn, copyOut, sumOf } from "./copy.ts";
import { say } from "./say.ts";
import { columnsOf, connected, readAsText, type Snapshot, TABLES } from "./source.ts";

const File = { file: z.string(), bytes: z.int(), sha256: z.string() };
const Column = z.object({ name: z.string(), type: z.string(), required: z.boolean() });
const Table = z.object({ ...File, name: z.string(), rows: z.int(), columns: z.array(Column) });

/** What lies in a backup. It is written last: a folder without it is no backup. */
const Manifest = z.object({
  taken_at: z.iso.datetime(),
  source: z.string(),
  how: z.enum(["pg_dump", "copy"]),
  encoding: z.string(),
  dump: z.object(File).optional(),
  tables: z.array(Table),
});
export type Manifest = z.infer<typeof Manifest>;

const manifestIn = (folder: string): string => join(folder, "manifest.json");

/** Writes the older tables into `folder`, unless a whole backup lies there already. It is put there whole or not at all. */
export async function backUp(snapshot: Snapshot, url: string, folder: string): Promise<Manifest> {
  if (existsSync(manifestIn(folder))) return readBackup(folder);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const { source, encoding } = snapshot;
  const taken_at = new Date().toISOString();
  const tables = await tablesOf(snapshot.client);
  const dump = await dumped(snapshot, url, unfinished);
  const manifest: Manifest = dump
    ? { taken_at, source, encoding, how: "pg_dump", dump, tables: [] }
    : {
        taken_at,
        source,
        encoding,
        how: "copy",
        tables: await copied(snapshot, tables, unfinished),
      };
  writeFileSync(manifestIn(unfinished), `${JSON.stringify(manifest, undefined, 2)}\n`);
  renameSync(unfinished, folder);
  return manifest;
}

/** What a backup holds, once each of its files is what it was when it was written. */
async function readBackup(folder: string): Promise<Manifest> {
  const manifest = Manifest.parse(JSON.parse(readFileSync(manifestIn(folder), "utf8")));
  for (const { file, bytes, sha256 } of [
    ...manifest.tables,
    ...(manifest.dump ? [manifest.dump] : []),
  ]) {
    const found = await sumOf(join(folder, file));
    if (found.bytes !== bytes || found.sha256 !== sha256)
      throw new Error(
        `${join(folder, file)} is not what was written there: this backup is damaged`,
      );
  }
  return manifest;
}

/** The tables that there are, by their names. */
async function tablesOf(client: Client): Promise<string[]> {
  const found: string[] = [];
  for (const name of [...Object.keys(TABLES), "tasks"])
    if ((await columnsOf(client, name)).length > 0) found.push(name);
  return found;
}

/** By `pg_dump`, at the same moment; undefined where it is not there or is older than the server. */
async function dumped({ name }: Snapshot, url: string, folder: string) {
  const file = "older.dump";
  const [place, password] = withPasswordApart(url);
  const tables = [...Object.keys(TABLES), "tasks"].map((table) => `--table=${table}`);
  const args = ["--format=custom", `--snapshot=${name}`, `--file=${join(folder, file)}`, ...tables];
  // Whoever looks at the list of processes sees arguments, not the environment.
  const env = { PGPASSWORD: password };
  const made = await execa("pg_dump", [...args, place], { env, reject: false });
  const listed = made.failed
    ? made
    : await execa("pg_restore", ["--list", join(folder, file)], { reject: false });
  if (!listed.failed) return { file, ...(await sumOf(join(folder, file))) };
  const why = listed.code === "ENOENT" ? "there is none" : listed.stderr.trim();
  say.aside(`pg_dump cannot be used here, so COPY is: ${why}`);
  rmSync(join(folder, file), { force: true });
  return undefined;
}

function withPasswordApart(url: string): [place: string, password: string] {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = "";
  return [place.href, password];
}

async function copied({ client, encoding }: Snapshot, tables: readonly string[], folder: string) {
  // As the server keeps them: what is of no encoding must not be lost on the way.
  await client.query(`SET client_encoding TO '${encoding}'`);
  const all: Manifest["tables"] = [];
  for (const name of tables) {
    const file = `${name}.copy`;
    const sum = await copyOut(client, `COPY "${name}" TO STDOUT`, join(folder, file));
    const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${name}"`);
    all.push({
      name,
      file,
      ...sum,
      rows: Number(rows[0]?.n),
      columns: await columnsOf(client, name),
    });
  }
  await readAsText(client);
  return all;
}

/** Puts a backup into a database that has none of its tables; answers how many rows each has then. */
export async function restore(folder: string, to: string): Promise<Record<string, number>> {
  const { how, encoding, tables } = await readBackup(folder);
  if (how === "pg_dump") {
    const [place, password] = withPasswordApart(to);
    const args = ["--exit-on-error", "--single-transaction", "--no-owner", `--dbname=${place}`];
    await execa("pg_restore", [...args, join(folder, "older.dump")], {
      env: { PGPASSWORD: password },
    });
    return {};
  }
  return connected(to, async (client) => {
    await client.query("BEGIN");
    await client.query(`SET client_encoding TO '${encoding}'`);
    for (const table of tables) await restoreTable(client, table, folder);
    await client.query("COMMIT");
    return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
  });
}

async function restoreTable(
  client: Client,
  { name, file, rows, columns }: z.infer<typeof Table>,
  folder: string,
): Promise<void> {
  const lines = columns.map(
    (column) => `"${column.name}" ${column.type}${column.required ? " NOT NULL" : ""}`,
  );
  await client.query(`CREATE TABLE "${name}" (${lines.join(", ")})`);
  await copyIn(client, `COPY "${name}" FROM STDIN`, join(folder, file));
  const found = await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${name}"`);
  if (Number(found.rows[0]?.n) !== rows)
    throw new Error(`${name} has ${found.rows[0]?.n} rows, not the ${rows} of the backup`);
}
