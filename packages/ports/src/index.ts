import type { CallMethod } from "@todo-mesh/contracts/calls";
import type { Json } from "./state-store.ts";

export { AppError, type ErrorKind, errorOf, type FieldError, kindOf, orThrow } from "./errors.ts";
export type { EventPublisher, OutgoingEvent } from "./event-publisher.ts";
export {
  checkEvents,
  checkJobName,
  checkKeys,
  checkPath,
  checkTransactionSize,
  checkWrites,
  keyWritten,
} from "./rules.ts";
export type { Expectation, Json, StateStore, Stored, Write } from "./state-store.ts";

/** A wake-up call. `name` is used once, ever: 1 to 200 of `A-Z a-z 0-9 . _ -`. */
export interface Job {
  readonly name: string;
  readonly at: Date;
  readonly data: Json;
}

/** Rings at `at`, never before, until the app answers it; a job is never changed or cancelled. */
export interface JobScheduler {
  /** Scheduling a name that is already there changes nothing. `unavailable` within 2 s if it cannot. */
  schedule(job: Job): Promise<void>;
  /** Whether the job is still waiting to ring. */
  has(name: string): Promise<boolean>;
}

export interface Invocation {
  readonly app: string;
  readonly method: CallMethod;
  /** Path and query on the callee's mesh door, without a leading slash; each segment already URL-encoded. */
  readonly path: string;
  readonly body?: Json | undefined;
  /** Goes along as the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/**
 * Calls a method of another service. Answers its JSON body (undefined if empty). A 4xx of the callee
 * is an AppError of the kind its status says, in the words of its problem (over gRPC Dapr leaves these
 * out); anything else `unavailable`. `invalid` for a path that is not encoded or has `.` or `..` in it.
 */
export interface Invoker {
  invoke(call: Invocation): Promise<unknown>;
}

/** `not-found` when the store has no such secret. */
export interface SecretStore {
  get(name: string): Promise<string>;
}

export interface Clock {
  now(): Date;
}

/** Fresh ids: UUID version 7 (RFC 9562), in the order they were made. */
export interface IdSource {
  next(): string;
}
