import type { CloudEvent } from "@todo-mesh/contracts";
import type { Json } from "./state-store.ts";

export { AppError, type ErrorKind, type FieldError, kindOf } from "./errors.ts";
export type { Expectation, Json, StateStore, Stored, Write } from "./state-store.ts";

/** An event on its way out; events with one `key` keep their order. */
export interface OutgoingEvent {
  readonly topic: string;
  readonly key: string;
  readonly event: CloudEvent;
}

/** Says that things happened. Resolves once the broker has accepted every one; else `unavailable`, and some may have gone out. */
export interface EventPublisher {
  publish(events: readonly OutgoingEvent[]): Promise<void>;
}

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
  readonly method: "GET" | "POST";
  /** Path and query on the callee's mesh door, without a leading slash; each segment already URL-encoded. */
  readonly path: string;
  readonly body?: Json | undefined;
  readonly timeoutMs?: number | undefined;
}

/**
 * Calls a method of another service. Answers its JSON body (undefined if empty). A 4xx of the callee
 * is an AppError of the kind its status says, with its problem's `detail`; anything else `unavailable`.
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
