import { isDeepStrictEqual } from "node:util";
import type { Rev } from "./shape.ts";

const MOST_ELEMENTS = 64;
/** A hundred chunks, changed at once, must fit into one transaction (4 MB) beside their events. */
const MOST_BYTES = 32 * 1_024;

/** Elements that are stored, read and rewritten together; never changed in place. */
export interface Chunk<Element> {
  /** `null`: it is empty, and there is no row. */
  readonly rev: Rev | null;
  /** The size of its elements in JSON. */
  readonly bytes: number;
  readonly elements: ReadonlyMap<string, Element>;
}

export const EMPTY: Chunk<never> = { rev: null, bytes: 0, elements: new Map<string, never>() };

/** One element alone may be larger than a chunk should be. */
export const hasRoom = ({ elements, bytes }: Chunk<unknown>, more: number): boolean =>
  elements.size === 0 || (elements.size < MOST_ELEMENTS && bytes + more <= MOST_BYTES);

export const withElement = <Element>(
  { rev, bytes, elements }: Chunk<Element>,
  id: string,
  element: Element,
): Chunk<Element> => ({
  rev,
  bytes: bytes + sizeOf(element),
  elements: new Map(elements).set(id, element),
});

export function without<Element>(chunk: Chunk<Element>, id: string): Chunk<Element> {
  const gone = chunk.elements.get(id);
  if (gone === undefined) return chunk;
  const elements = new Map(chunk.elements);
  elements.delete(id);
  return { ...chunk, bytes: chunk.bytes - sizeOf(gone), elements };
}

/** A chunk as it was loaded, if it is there. What is in memory of it and did not change stays the same object. */
export function chunkOf<Element>(
  stored: { readonly rev: Rev; readonly elements: readonly Element[] } | undefined,
  before: Chunk<Element> | undefined,
  keyOfElement: (element: Element) => string,
): Chunk<Element> {
  if (!stored) return EMPTY;
  const { rev, elements } = stored;
  const kept = elements.map((element): [string, Element] => {
    const id = keyOfElement(element);
    const known = before?.elements.get(id);
    return [id, known !== undefined && isDeepStrictEqual(known, element) ? known : element];
  });
  return { rev, bytes: sizeOf(elements), elements: new Map(kept) };
}

export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
