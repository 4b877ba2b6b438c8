import type { Chunk } from "./chunk.ts";
import type { Rev } from "./shape.ts";

/** All elements of an owner at one version; nothing in it ever changes. */
export interface Elements<Element> {
  /** 0: there was never anything. */
  readonly version: number;
  get(id: string): Element | undefined;
  /**
   * The elements in parts, in no order. A part is the same object until one of its elements changes, so
   * that what is worked out of it can be remembered (in a `WeakMap`).
   */
  readonly parts: readonly ReadonlyMap<string, Element>[];
}

export interface Snapshot<Element> extends Elements<Element> {
  /** `null`: it is of no one moment, for there were changes while it was read. */
  readonly rev: Rev | null;
  readonly chunks: readonly Chunk<Element>[];
  readonly bytes: number;
}

export function snapshotOf<Element>(
  { version, rev }: { readonly version: number; readonly rev: Rev | null },
  chunks: readonly Chunk<Element>[],
): Snapshot<Element> {
  return {
    version,
    rev,
    chunks,
    bytes: chunks.reduce((sum, chunk) => sum + chunk.bytes, 0),
    parts: chunks.map(({ elements }) => elements),
    get: (id) => getFrom(chunks, id),
  };
}

// An index of all would have to be made anew with each change; to look through 300 parts takes microseconds.
export function getFrom<Element>(
  chunks: readonly Chunk<Element>[],
  id: string,
): Element | undefined {
  return chunks.find(({ elements }) => elements.has(id))?.elements.get(id);
}
