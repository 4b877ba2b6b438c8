import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

// What Node is linked against, and what scanners ask for to know which Debian it is.
const PACKAGES = ["base-files", "gcc-12-base", "libc6", "libgcc-s1", "libstdc++6"];

const NOBODY_READS = ["man", "info", "locale", "lintian", "bug", "doc-base", "common-licenses"];

const USERS = "root:x:0:0:root:/:/none\nnonroot:x:65532:65532:nonroot:/tmp:/none\n";
const GROUPS = "root:x:0:\nnonroot:x:65532:\n";

export interface DebianPackage {
  readonly name: string;
  readonly version: string;
}

/** Unpacks Debian's libraries into `into`: no shell, no package manager. Answers which they are. */
export async function layOutDebian(into: string, packages = PACKAGES): Promise<DebianPackage[]> {
  const debs = mkdtempSync(join(tmpdir(), "todo-mesh-debs-"));
  try {
    await execa("apt-get", ["download", ...packages], { cwd: debs });
    const files = readdirSync(debs).toSorted();
    const known = [];
    mkdirSync(join(into, "var", "lib", "dpkg", "status.d"), { recursive: true });
    for (const file of files) known.push(await unpack(join(debs, file), into));
    tidy(into);
    return known;
  } finally {
    rmSync(debs, { recursive: true });
  }
}

/** Scanners read `status.d` where there is no package manager. */
async function unpack(deb: string, into: string): Promise<DebianPackage> {
  await execa("dpkg-deb", ["-x", deb, into]);
  const { stdout } = await execa("dpkg-deb", ["-f", deb]);
  const field = (name: string): string =>
    new RegExp(`^${name}: (.*)$`, "m").exec(stdout)?.[1] ?? "";
  const name = field("Package");
  writeFileSync(join(into, "var", "lib", "dpkg", "status.d", name), `${stdout}\n`);
  return { name, version: field("Version") };
}

function tidy(root: string): void {
  const share = NOBODY_READS.map((name) => join("usr", "share", name));
  for (const gone of [
    ...share,
    "usr/lib/x86_64-linux-gnu/gconv",
    "usr/lib/aarch64-linux-gnu/gconv",
  ])
    rmSync(join(root, gone), { recursive: true, force: true });
  for (const folder of ["proc", "sys", "dev", "tmp", "app", "etc"])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "etc", "passwd"), USERS);
  writeFileSync(join(root, "etc", "group"), GROUPS);
}
