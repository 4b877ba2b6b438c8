import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";

const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));
const PIP = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
const AS_WRITTEN = ["--require-hashes", "--only-binary", ":all:", "--requirement", REQUIREMENTS];

/** The folder with schemathesis and all that it takes, fetched once from PyPI, each file by its hash. */
export async function schemathesisFolder(): Promise<string> {
  const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const { stdout: python } = await execa("python3", ["-c", "import sys; print(sys.version)"]);
  const inputs = `${python}\n${await readFile(REQUIREMENTS, "utf8")}`;
  const name = createHash("sha256").update(inputs).digest("hex").slice(0, 12);
  const folder = join(cache, "todo-mesh", `schemathesis-${name}`);
  if (!(await stands(folder))) await fetchInto(folder);
  return folder;
}

// Filled under another name: a folder that stands is whole. Whoever comes second finds it there, and lets go of its own.
async function fetchInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}.unfinished-`);
  try {
    await execa("python3", [...PIP, "--target", unfinished, ...AS_WRITTEN]);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await stands(folder)))
      throw new Error("schemathesis cannot be fetched; is there a pip (Debian: python3-pip)?", {
        cause: error,
      });
  }
}

const stands = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
