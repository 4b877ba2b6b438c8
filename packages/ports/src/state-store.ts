export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A value as it was read, with the version (ETag) that a later write may insist on. */
export interface Stored {
  readonly value: Json;
  readonly version: string;
}

/**
 * One write of a transaction. `expect` makes it conditional: `"absent"` for a key that must not
 * exist yet, `{version}` for one that must not have changed. Without it the last writer wins.
 */
export type Write =
  | {
      readonly put: string;
      readonly value: Json;
      readonly expect?: Expectation | undefined;
      /** Whole seconds after which the key is gone. */
      readonly ttlSeconds?: number | undefined;
    }
  | { readonly delete: string; readonly expect?: Expectation | undefined };
export type Expectation = "absent" | { readonly version: string };

/**
 * Keys to JSON values, visible to this service alone. There is no query and no listing.
 * Keys: 1 to 1 000 characters, anything but `||`. Errors are AppErrors: `conflict` (an expectation
 * failed, nothing was written), `invalid` (a key or value it cannot hold), `unavailable`.
 */
export interface StateStore {
  get(key: string): Promise<Stored | undefined>;
  /** Only the keys that exist are in the answer. */
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  /** All writes or none. A key may be named once. */
  transact(writes: readonly Write[]): Promise<void>;
}
