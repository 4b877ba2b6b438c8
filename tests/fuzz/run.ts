import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { pypiFolder } from "../support/pypi.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const REQUIREMENTS = join(HERE, "requirements.txt");
const LONGEST_MS = 240_000;

/** Lets schemathesis loose on a public door, and gives back its report, line by line. */
export async function fuzz(url: string, token: string, more: readonly string[]): Promise<string[]> {
  const packages = await pypiFolder({ name: "schemathesis", requirements: REQUIREMENTS });
  const folder = await mkdtemp(join(tmpdir(), "todo-mesh-fuzz-"));
  const report = join(folder, "report.ndjson");
  const args = [
    ["-m", "schemathesis.cli", "--config-file", join(HERE, "schemathesis.toml")],
    ["run", `${url}/openapi.json`, "--header", `Authorization: Bearer ${token}`],
    ["--report-ndjson-path", report, ...more],
  ].flat();
  try {
    const { all } = await execa("python3", args, {
      all: true,
      cwd: folder,
      env: {
        PYTHONPATH: [packages, HERE].join(delimiter),
        SCHEMATHESIS_HOOKS: "hooks",
        PYTHONDONTWRITEBYTECODE: "1",
      },
      reject: false,
      timeout: LONGEST_MS,
    });
    const text = await readFile(report, "utf8").catch(() => "");
    if (!text.includes("EngineFinished")) throw new Error(`It did not come to its end:\n${all}`);
    return text.split("\n").filter((line) => line !== "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
