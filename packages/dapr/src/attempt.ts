import { withTrace } from "@todo-mesh/kit";
import { type ErrorKind, kindOf } from "@todo-mesh/ports";
import type { Arrival } from "./delivery.ts";

export interface Failure {
  readonly kind: ErrorKind;
  readonly reason: string;
  readonly error: unknown;
}

/** Hands events of one use case over, in the trace of the first; answers how that failed, if it did. */
export async function attempt(arrivals: readonly Arrival[]): Promise<Failure | undefined> {
  const [first] = arrivals;
  return withTrace(first?.event.traceparent, async () => {
    try {
      await first?.subscription.handle(arrivals.map(({ event }) => event));
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : "no error at all";
      return { kind: kindOf(error), reason, error };
    }
  });
}

// What is not there now may be in a second. All else fails by what the event itself says, or by what we wrote.
const MAY_PASS: ReadonlySet<ErrorKind> = new Set(["unavailable", "conflict", "too-many"]);

export const mayPass = ({ kind }: Failure): boolean => MAY_PASS.has(kind);
