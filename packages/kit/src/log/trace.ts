import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** Where this work stands in a trace: W3C Trace Context, https://www.w3.org/TR/trace-context/#traceparent-header */
interface Trace {
  readonly traceId: string;
  readonly spanId: string;
  readonly flags: string;
}

// §3.2.2: version 00 ends after its flags, a later one is read as far as this one knows it; `ff`, and ids of zeros, are no trace.
const TRACEPARENT =
  /^(?:00(?=.{53}$)|(?!00|ff)[0-9a-f]{2})-(?!0{32})(?<traceId>[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-(?<flags>[0-9a-f]{2})(?:-.*)?$/;
const SAMPLED = 1;

const current = new AsyncLocalStorage<Trace>();

function parseTraceparent(header: string): Omit<Trace, "spanId"> | undefined {
  const { traceId, flags } = TRACEPARENT.exec(header.trim())?.groups ?? {};
  if (traceId === undefined || flags === undefined) return undefined;
  // §3.2.2.5: flags this version does not know must not be passed on.
  return { traceId, flags: parseInt(flags, 16) & SAMPLED ? "01" : "00" };
}

/**
 * Runs `fn`, and all it starts, as the next step of the trace that `traceparent` names. Without one,
 * or with one that is not well-formed, a new trace begins.
 */
export function withTrace<Result>(traceparent: string | undefined, fn: () => Result): Result {
  const trace = parseTraceparent(traceparent ?? "") ?? { traceId: newTraceId(), flags: "01" };
  return current.run({ ...trace, spanId: newSpanId() }, fn);
}

/** The header to put on what leaves now, or undefined outside a trace. */
export function currentTraceparent(): string | undefined {
  const trace = current.getStore();
  return trace && `00-${trace.traceId}-${trace.spanId}-${trace.flags}`;
}

export function currentTraceId(): string | undefined {
  return current.getStore()?.traceId;
}

// Node gives UUIDs out of a stock of random bytes; each id of its own would be a call of the system, twice a request.
const newTraceId = (): string => randomUUID().replaceAll("-", "");
const newSpanId = (): string => newTraceId().slice(16);
