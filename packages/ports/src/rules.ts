import { AppError } from "./errors.ts";
import type { OutgoingEvent } from "./event-publisher.ts";
import type { Write } from "./state-store.ts";

const MAX_KEY_CHARACTERS = 1_000;
const MAX_KEY_BYTES = 2_000;

/** The key a write is about. */
export const keyWritten = (write: Write): string => ("put" in write ? write.put : write.delete);

/** Refuses with `invalid` a key that some store cannot hold: every store keeps the same rules. */
export function checkKeys(keys: readonly string[]): void {
  if (!keys.every(isGoodKey))
    throw new AppError(
      "invalid",
      "A state key has 1 to 1000 characters (2000 bytes) of well-formed text, no NUL and no ||",
    );
  if (new Set(keys).size < keys.length) throw new AppError("invalid", "A key is named twice");
}

function isGoodKey(key: string): boolean {
  return (
    key.length >= 1 &&
    key.length <= MAX_KEY_CHARACTERS &&
    Buffer.byteLength(key) <= MAX_KEY_BYTES &&
    !key.includes("||") &&
    !key.includes("\0") &&
    key.isWellFormed()
  );
}

/** Refuses with `invalid` a transaction that no state store takes. */
export function checkWrites(writes: readonly Write[]): void {
  checkKeys(writes.map(keyWritten));
  for (const write of writes) {
    const ttl = "put" in write ? write.ttlSeconds : undefined;
    if (ttl !== undefined && !(Number.isInteger(ttl) && ttl > 0))
      throw new AppError("invalid", "A time to live is a whole number of seconds, at least 1");
  }
}

const MAX_TRANSACTION_BYTES = 4_000_000;

/** Refuses with `invalid` a transaction that, written as JSON, is too large for some store. */
export function checkTransactionSize(json: string): void {
  if (Buffer.byteLength(json) > MAX_TRANSACTION_BYTES)
    throw new AppError("invalid", "A transaction holds at most 4 MB");
}

const JOB_NAME = /^[A-Za-z0-9._-]{1,200}$/;

/** Refuses with `invalid` a name that a job cannot have. */
export function checkJobName(name: string): void {
  if (!JOB_NAME.test(name))
    throw new AppError("invalid", "A job's name has 1 to 200 of A-Z a-z 0-9 . _ -");
}

const MAX_EVENT_BYTES = 1_000_000;

/** Refuses with `too-large` an event that no broker takes, before any of them goes out. */
export function checkEvents(events: readonly OutgoingEvent[]): void {
  for (const { event } of events)
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES)
      throw new AppError("too-large", `The event ${event.id} is larger than 1 MB`);
}

const PATH = /^[\w.~!$&'()*+,;=:@%-][\w.~!$&'()*+,;=:@%/-]*(\?[\w.~!$&'()*+,;=:@%/?-]*)?$/;
const DOTS = /(^|\/)(\.|%2e){1,2}(\/|\?|$)/i;

/** Refuses with `invalid` a path that is not encoded, or that its way could turn into another. */
export function checkPath(path: string): void {
  if (!PATH.test(path) || DOTS.test(path))
    throw new AppError(
      "invalid",
      "A path is URL-encoded, starts without a slash and has no . or ..",
    );
}
