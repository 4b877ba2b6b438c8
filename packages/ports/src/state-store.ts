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
 * Keys: 1 to 1 000 characters (2 000 bytes), anything but `||`, NUL and half a surrogate pair. A value comes
 * back as the same JSON, but not as the same text: the order of an object's fields is not kept, -0 is 0,
 * and half a surrogate pair is U+FFFD. Errors are AppErrors: `conflict` (an expectation
 * failed, nothing was written), `invalid` (a key or value it cannot hold), `unavailable`.
 */
export interface StateStore {
  /** Certain: undefined means that there is no such key. */
  get(key: string): Promise<Stored | undefined>;
  /**
   * Whatever is in the answer exists. A key that is not may have been left out by a store that faltered
   * half-way: its absence is proven by `get`, or by a write that expects it.
   */
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  /** All writes or none. A key may be named once. All of it as JSON: at most 4 MB. */
  transact(writes: readonly Write[]): Promise<void>;
}
