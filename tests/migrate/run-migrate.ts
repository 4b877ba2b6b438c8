import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConversationRead } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { execa } from "execa";
import { z } from "zod";
import type { Person } from "../support/person.ts";
import { using } from "./older-product.ts";

const CLI = fileURLToPath(new URL("../../tools/migrate/src/cli.ts", import.meta.url));

const Met = z.record(z.string(), z.object({ count: z.int(), rows: z.array(z.int()) }));
const Report = z.object({
  people: z.int(),
  conversations: z.record(z.string(), z.int()),
  tasks: z.record(z.string(), z.int()),
  messages: z.object({ found: z.int(), kept: z.int(), left: z.int() }),
  odd: Met,
  left: Met,
  alike: z.array(z.array(z.string())),
  checked: z.record(z.string(), z.int()),
  tasks_checked: z.record(z.string(), z.int()),
  left_file: z.string(),
});

/** `make migrate` as somebody types it, against a mesh; it may be killed. Programs are looked for in `path` first. */
export function startMigrate(mesh: Mesh, from: string, args: readonly string[], path = "") {
  const { httpPort, apiToken } = mesh.sidecar("chat-api");
  return execa(process.execPath, ["--conditions=@todo-mesh/source", CLI, ...args], {
    env: {
      FROM: from,
      DAPR_HTTP_PORT: String(httpPort),
      DAPR_API_TOKEN: apiToken,
      PATH: [path, process.env["PATH"]].join(delimiter),
    },
    reject: false,
  });
}

/** Where a run of this name keeps what it writes. */
export const into = (folder: string, name: string): string[] => ["--folder", join(folder, name)];

export const linesOf = async (file: string): Promise<string[]> =>
  (await readFile(file, "utf8")).split("\n").filter(Boolean);

/** The texts of a conversation, the oldest first. */
export const read = async (who: Person, id: number): Promise<string[]> => {
  const { json } = await who.ask("GET", `/conversations/${id}?limit=200`);
  return ConversationRead.parse(json)
    .items.map(({ text }) => text)
    .toReversed();
};

/** What the state store holds under keys of this pattern. */
export const rowsOf = (mesh: Mesh, pattern: string): Promise<string[]> =>
  using(mesh.postgresUrl, async (client) => {
    const { rows } = await client.query<{ row: string }>(
      "SELECT key || ' ' || convert_from(value, 'UTF8') AS row FROM state WHERE key LIKE $1 ORDER BY key",
      [pattern],
    );
    return rows.map(({ row }) => row);
  });

/** Runs it to its end. */
export async function migrate(mesh: Mesh, from: string, args: readonly string[], path = "") {
  const { stdout, stderr, exitCode } = await startMigrate(mesh, from, args, path);
  return { stdout, stderr, exitCode };
}

/** The report of a run that ended well. */
export async function reported(mesh: Mesh, from: string, args: readonly string[]) {
  const { stdout, stderr, exitCode } = await migrate(mesh, from, [...args, "--json"]);
  if (exitCode !== 0) throw new Error(stderr);
  return Report.parse(JSON.parse(stdout));
}
