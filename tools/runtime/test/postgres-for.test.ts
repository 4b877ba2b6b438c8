import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { postgresFor } from "../src/postgres-for.ts";

let root: string;
let place: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "postgres-"));
  place = join(root, "place");
  for (const folder of ["package/bin", "package/lib"])
    await mkdir(join(root, folder), { recursive: true, mode: 0o700 });
  await writeFile(join(root, "package/bin/postgres"), "binary", { mode: 0o700 });
  await writeFile(join(root, "package/lib/libpq.so.5.18"), "library", { mode: 0o600 });
  await symlink("libpq.so.5.18", join(root, "package/lib/libpq.so.5"));
});
afterEach(async () => rm(root, { recursive: true }));

const { uid, gid } = userInfo();
const prepare = async () =>
  postgresFor({ uid, gid }, { folder: join(root, "package"), version: "18.4" }, place);
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe("PostgreSQL for another user", () => {
  test("its binaries can be read and run by all, and its links stay links", async () => {
    const { binFolder } = await prepare();
    const library = join(binFolder, "../lib/libpq.so.5");
    expect(await readFile(join(binFolder, "postgres"), "utf8")).toBe("binary");
    expect(await modeOf(place)).toBe(0o755);
    expect(await modeOf(binFolder)).toBe(0o755);
    expect(await modeOf(join(binFolder, "postgres"))).toBe(0o755);
    expect(await modeOf(library)).toBe(0o644);
    expect(await readlink(library)).toBe("libpq.so.5.18");
  });

  test("it is copied once", async () => {
    const { binFolder } = await prepare();
    await rm(join(root, "package"), { recursive: true });
    expect((await prepare()).binFolder).toBe(binFolder);
  });

  test("each mesh has one place for its data, closed to others", async () => {
    const postgres = await prepare();
    const ada = await postgres.dataFolder(join(root, "ada"));
    expect(await postgres.dataFolder(join(root, "ada"))).toBe(ada);
    expect(await postgres.dataFolder(join(root, "bob"))).not.toBe(ada);
    expect(await modeOf(ada)).toBe(0o700);
    expect(ada.startsWith(`${place}/`)).toBe(true);
  });

  test("a folder of data that others can look into is refused", async () => {
    const postgres = await prepare();
    await chmod(await postgres.dataFolder(join(root, "ada")), 0o755);
    await expect(postgres.dataFolder(join(root, "ada"))).rejects.toThrow(/open to other users/);
  });

  test("nothing is run from where others may write", async () => {
    await mkdir(place);
    await chmod(place, 0o777);
    await expect(prepare()).rejects.toThrow(/can be changed by others/);
  });

  test("nothing is run from where a link leads", async () => {
    await symlink(root, place);
    await expect(prepare()).rejects.toThrow(/belongs to somebody else or can be changed/);
  });
});
