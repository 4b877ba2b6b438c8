import { createHash } from "node:crypto";
import { chmod, cp, lstat, mkdir, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { RuntimeUnavailable } from "./unavailable.ts";
import { ensureWhole } from "./whole-folder.ts";

// Another user may be unable to reach the checkout; below /tmp and /var/tmp anyone may plant
// something first, and a clean-up takes old data away.
const REACHABLE = "/var/lib/todo-mesh";
const USERS = ["postgres", "_postgres", "nobody"];

export interface Postgres {
  /** Holds `initdb`, `pg_ctl` and `postgres`. */
  readonly binFolder: string;
  /** Whom to run them as; absent when that is simply the present user. */
  readonly uid?: number;
  readonly gid?: number;
  /**
   * Where the data of the mesh kept in `meshFolder` live; the same folder each time. It is made if
   * need be and belongs to whoever PostgreSQL runs as. To forget the data, remove it.
   */
  dataFolder(meshFolder: string): Promise<string>;
}

export interface Binaries {
  /** Holds `bin`, `lib` and `share`, which find each other by relative paths. */
  readonly folder: string;
  readonly version: string;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL for root, who must run it as another user: a copy of its binaries, and room for its
 * data, where that user reaches them and only root can have put them.
 */
export async function postgresFor(
  user: User,
  installed: Binaries,
  place = REACHABLE,
): Promise<Postgres> {
  await ownFolder(place);
  const copy = join(place, `postgresql-${installed.version}-${process.platform}-${process.arch}`);
  await ensureWhole(copy, { fill: async (into) => copyForAll(installed.folder, into) });
  await ownFolder(copy);
  return {
    ...user,
    binFolder: join(copy, "bin"),
    dataFolder: async (meshFolder) => dataFolder(place, meshFolder, user),
  };
}

/** Whom root may run PostgreSQL as. */
export async function somebodyElse(): Promise<User> {
  for (const name of USERS) {
    const uid = await execa("id", ["-u", name], { reject: false });
    const gid = await execa("id", ["-g", name], { reject: false });
    if (!uid.failed && !gid.failed) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new RuntimeUnavailable(
    `PostgreSQL does not run as root, and there is no user to run it as: add one ("useradd --system postgres"), or start the mesh as an ordinary user.`,
  );
}

/** Makes the folder, for all to read; refuses one that somebody else made or can write to. */
async function ownFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o755 });
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
    throw new RuntimeUnavailable(
      `${path} belongs to somebody else or can be changed by others, so nothing in it is run: look at it, remove it, and try again.`,
    );
  await chmod(path, 0o755);
}

async function copyForAll(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const forAll = entry.isDirectory() || ((await lstat(path)).mode & 0o100) !== 0 ? 0o755 : 0o644;
    await chmod(path, forAll);
  }
}

async function dataFolder(place: string, meshFolder: string, user: User): Promise<string> {
  await mkdir(meshFolder, { recursive: true });
  const hash = createHash("sha256").update(await realpath(meshFolder));
  await ownFolder(join(place, "data"));
  const folder = join(place, "data", hash.digest("hex").slice(0, 16));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A machine may get a user `postgres` after the data were begun as `nobody`.
  if ((await lstat(folder)).uid !== user.uid)
    await execa("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
  await requireClosed(folder);
  return folder;
}

/** Refuses a folder of data that anybody but its owner can look into. */
export async function requireClosed(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.mode & 0o077) !== 0)
    throw new RuntimeUnavailable(
      `${folder} is open to other users of this machine, so PostgreSQL keeps nothing in it: look what is in it, then "chmod 700 ${folder}".`,
    );
}
