import type { Logger } from "../log/logger.ts";

/** Registers a part that is running, and how to end it. */
export type OnClose = (name: string, close: () => Promise<void> | void) => void;

interface Part {
  readonly name: string;
  readonly close: () => Promise<void> | void;
}

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/**
 * Starts a service and keeps its life. Its parts close in reverse order (register what takes work in
 * last) on SIGTERM, SIGINT, a failed start or an error nobody caught; the last two end with code 1. A
 * second signal ends the process at once, and so does closing that takes longer than `deadlineMs` (25 s).
 */
export async function runService(
  log: Logger,
  start: (onClose: OnClose) => Promise<void>,
  { deadlineMs = 25_000 }: { deadlineMs?: number } = {},
): Promise<void> {
  const parts: Part[] = [];
  let stopping = false;
  let exitCode = 0;

  const stop = async (reason: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info("stopping", { reason });
    setTimeout(() => giveUp(log, deadlineMs), deadlineMs);
    await closeAll(log, parts);
    log.info("stopped", { exit_code: exitCode });
    process.exit(exitCode);
  };
  const fail = async (what: string, error: unknown): Promise<void> => {
    log.error(what, { error });
    exitCode = 1;
    await stop(what);
  };
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      void stop(signal);
    });
  process.on("uncaughtException", (error) => void fail("uncaught exception", error));
  process.on("unhandledRejection", (error) => void fail("unhandled rejection", error));

  try {
    await start((name, close) => parts.push({ name, close }));
    if (!stopping) log.info("started");
  } catch (error) {
    await fail("failed to start", error);
  }
}

// A part registered while the others close, by a start that was still under way, is closed as well.
async function closeAll(log: Logger, parts: Part[]): Promise<void> {
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const { name, close } = part;
    try {
      await close();
    } catch (error) {
      log.error("part failed to close", { part: name, error });
    }
  }
}

function giveUp(log: Logger, deadlineMs: number): void {
  log.error("closing took too long", { timeout_ms: deadlineMs });
  process.exit(1);
}
