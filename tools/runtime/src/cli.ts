import { ensureRuntime } from "./runtime.ts";
import { RuntimeUnavailable } from "./unavailable.ts";

const tell = (line: string) => void process.stderr.write(`${line}\n`);

try {
  const { postgres, ...paths } = await ensureRuntime({ report: tell });
  const rows = Object.entries({ ...paths, postgres: postgres.binFolder });
  for (const [name, path] of rows) process.stdout.write(`${name.padEnd(15)} ${path}\n`);
} catch (error) {
  if (!(error instanceof RuntimeUnavailable)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
