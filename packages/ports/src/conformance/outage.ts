import { type ErrorKind, kindOf } from "../errors.ts";

/** How a test takes away what stands behind a port, and gives it back. */
export interface Outage {
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

/** Runs `body` while it is away. */
export async function during(outage: Outage, body: () => Promise<void>): Promise<void> {
  await outage.begin();
  try {
    await body();
  } finally {
    await outage.end();
  }
}

/** The kind of error a call ends with: `"bug"` for one that is not ours, `"none"` for a call that succeeds. */
export async function failureOf(call: () => Promise<unknown>): Promise<ErrorKind | "none"> {
  return call().then(() => "none" as const, kindOf);
}
