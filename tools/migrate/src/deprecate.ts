import type { Client } from "pg";
import { columnsOf, connected, TABLES } from "./source.ts";

const MARK = "Moved to Todo Mesh on";
const NAMES = [...Object.keys(TABLES), "tasks"];

/** Renames the older tables, with a comment that says since when and how they come back; nothing is dropped. */
export const deprecate = (url: string, now: Date): Promise<string[]> =>
  inOneTransaction(url, async (client) => {
    const day = now.toISOString().slice(0, 10);
    const renamed: string[] = [];
    for (const name of NAMES) {
      if ((await columnsOf(client, name)).length === 0) continue;
      const to = `${name}_moved_${day.replaceAll("-", "")}`;
      await client.query(`ALTER TABLE "${name}" RENAME TO "${to}"`);
      await client.query(
        `COMMENT ON TABLE "${to}" IS '${MARK} ${day}. Nothing reads it any more. It was "${name}"; make migrate ARGS=undo names it so again.'`,
      );
      renamed.push(to);
    }
    if (renamed.length === 0) throw new Error("There is none of the older tables");
    return renamed;
  });

const MOVED = /^(.*)_moved_\d{8}$/;

/** Gives the tables that were renamed the names they had, and takes the comments off. */
export const undo = (url: string): Promise<string[]> =>
  inOneTransaction(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relkind = 'r' AND obj_description(oid, 'pg_class') LIKE $1 ORDER BY relname`,
      [`${MARK} %`],
    );
    const names = rows.map(({ name }) => ({ name, was: MOVED.exec(name)?.[1] }));
    const back: string[] = [];
    for (const { name, was } of names) {
      if (was === undefined || !NAMES.includes(was)) continue;
      await client.query(`ALTER TABLE "${name}" RENAME TO "${was}"`);
      await client.query(`COMMENT ON TABLE "${was}" IS NULL`);
      back.push(was);
    }
    if (back.length === 0) throw new Error("No table here was renamed by make migrate");
    return back;
  });

const inOneTransaction = <Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> =>
  connected(url, async (client) => {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  });
