import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
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
