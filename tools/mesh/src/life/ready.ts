import { isNativeError } from "node:util/types";
import { tailOf } from "./log-file.ts";
import type { PartSpec } from "./spec.ts";
import { until } from "./until.ts";

const READY_WITHIN_MS = 90_000;

/** Asks a part until it is ready; rejects when it ends before, or is not ready within 90 seconds. */
export async function untilReady(
  spec: PartSpec,
  { ended, logFile, signal }: { ended: Promise<string>; logFile: string; signal: AbortSignal },
): Promise<void> {
  const over = new AbortController();
  let reason = "it does not answer";
  const ask = async () =>
    spec.ready().catch((error: unknown) => {
      reason = isNativeError(error) ? error.message : String(error);
      return false;
    });
  const died = ended.then((how) => {
    throw new Error(withTail(`${spec.name} ended by ${how} before it was ready`, logFile));
  });
  try {
    const asked = until(ask, {
      ms: READY_WITHIN_MS,
      signal: AbortSignal.any([signal, over.signal]),
    });
    if (await Promise.race([asked, died])) return;
  } finally {
    over.abort();
  }
  throw new Error(withTail(`${spec.name} is not ready in 90 s: ${reason}`, logFile));
}

/** What happened, and below it the end of the log that says why. */
export function withTail(what: string, logFile: string): string {
  const lines = tailOf(logFile).map((line) => `  | ${line.slice(0, 300)}`);
  return [`${what}. The end of ${logFile}:`, ...lines].join("\n");
}
