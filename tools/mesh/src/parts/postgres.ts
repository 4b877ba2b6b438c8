import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { Client } from "pg";
import type { Place } from "../machine/place.ts";
import { bareEnv, type PartSpec } from "../life/spec.ts";

const USER = "todo_mesh";
const DATABASE = "todo_mesh";
export const postgresUrl = (password: string, port: number, database = DATABASE): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;

export function postgresPart(place: Place, ports: { readonly postgres: number }): PartSpec {
  const { binFolder, uid, gid } = place.runtime.postgres;
  const data = join(place.postgresFolder, "data");
  const { postgres: port } = ports;
  return {
    name: "postgres",
    command: [join(binFolder, "postgres"), "-D", data, ...settings(place.durable, port)],
    env: bareEnv(),
    // It may run as a user who cannot reach the folder we are in.
    cwd: place.postgresFolder,
    user: uid === undefined || gid === undefined ? undefined : { uid, gid },
    needs: [],
    ports,
    prepare: async (signal) => prepare(place, data, signal),
    ready: async () => hasDatabase(place.secrets["postgres-password"], port),
    // "Fast": open connections are cut, nothing is lost.
    stopSignal: "SIGINT",
    graceMs: 15_000,
    data: [place.postgresFolder],
  };
}

const settings = (durable: boolean, port: number): string[] =>
  Object.entries({
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    shared_buffers: "64MB",
    max_connections: 200,
    // What a test can do without: its data need not survive the machine, only any process.
    ...(!durable && { fsync: "off", full_page_writes: "off" }),
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

async function prepare(place: Place, data: string, signal: AbortSignal): Promise<void> {
  // Makes it anew, for the right user, when it was wiped.
  await place.runtime.postgres.dataFolder(place.folder);
  const pidFile = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => undefined);
  if (pidFile !== undefined) return forgetStranger(data, pidFile);
  const version = await readFile(join(data, "PG_VERSION"), "utf8").catch(() => undefined);
  if (version === undefined) await initialise(place, data, signal);
}

/** After a crash the number in the pid file may by now belong to anything; PostgreSQL would not start. */
async function forgetStranger(data: string, pidFile: string): Promise<void> {
  const name = await readFile(`/proc/${Number.parseInt(pidFile, 10)}/comm`, "utf8").catch(() => "");
  if (name !== "" && name.trim() !== "postgres") await rm(join(data, "postmaster.pid"));
}

/** Makes an empty cluster beside its place and moves it there whole. */
async function initialise(place: Place, data: string, signal: AbortSignal): Promise<void> {
  const { binFolder, uid, gid } = place.runtime.postgres;
  const unfinished = `${data}.unfinished`;
  const passwordFile = `${data}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, place.secrets["postgres-password"], { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid);
  const how = ["-A", "scram-sha-256", "-E", "UTF8", "--no-locale", "--no-sync"];
  try {
    await execa(
      join(binFolder, "initdb"),
      ["-D", unfinished, "-U", USER, `--pwfile=${passwordFile}`, ...how],
      {
        env: bareEnv(),
        extendEnv: false,
        cwd: place.postgresFolder,
        cancelSignal: signal,
        stdin: "ignore",
        ...(uid !== undefined && gid !== undefined && { uid, gid }),
      },
    );
    await rename(unfinished, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Connects for real, and makes our database when it is not there yet. */
async function hasDatabase(password: string, port: number): Promise<boolean> {
  const client = new Client({
    connectionString: postgresUrl(password, port, "postgres"),
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
  });
  // A connection that breaks later must not end this process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } finally {
    await client.end();
  }
}
