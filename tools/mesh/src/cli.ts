import { enableCompileCache } from "node:module";
import { COMPILED } from "./machine/place.ts";

enableCompileCache(COMPILED);

/** `up`, `down`, `status`, `logs [PART]`, `token USER`, `link [USER]`, `operator-token`, `reset`: what the Makefile calls. */
const [task = "", ...rest] = process.argv.slice(2);

/** Aborts at the first Ctrl-C; whoever listens tidies up. */
function interrupted(): AbortSignal {
  const told = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => told.abort(new Error("interrupted")));
  return told.signal;
}

// Each is loaded only when it is wanted: a token should not wait for a Kafka client.
const tasks: Record<string, () => Promise<number | void>> = {
  up: async () => (await import("./commands/up.ts")).up(interrupted()),
  down: async () => (await import("./commands/down.ts")).down(),
  status: async () => (await import("./commands/status.ts")).status(),
  logs: async () => (await import("./commands/logs.ts")).logs(rest[0], interrupted()),
  token: async () => (await import("./commands/token.ts")).token(rest[0]),
  link: async () => (await import("./commands/token.ts")).link(rest[0] ?? "ada"),
  "operator-token": async () => (await import("./commands/token.ts")).operatorToken(),
  reset: async () => (await import("./commands/reset.ts")).reset(),
  keep: async () => (await import("./keeper.ts")).keep(),
  watch: async () => (await import("./life/watchdog.ts")).watch(rest),
};

try {
  const run = tasks[task];
  if (!run) throw new Error(`There is no "${task}", only ${Object.keys(tasks).join(", ")}`);
  process.exitCode = (await run()) ?? 0;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
