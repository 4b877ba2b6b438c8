import { AppError } from "@todo-mesh/ports";
import { type Chunk, EMPTY, hasRoom, sizeOf, withElement, without } from "./chunk.ts";
import { getFrom, type Snapshot } from "./snapshot.ts";

/** What a transaction may do to the elements of one owner. It sees its own changes. */
export interface Changes<Element> {
  /** The version that is being changed; the next is one higher. 0: there was nothing yet. */
  readonly version: number;
  /** The size of all elements in JSON, as they are now. */
  readonly bytes: number;
  get(id: string): Element | undefined;
  /** As they are now. What was handed out stays as it is: a change makes another map of its part. */
  readonly parts: readonly ReadonlyMap<string, Element>[];
  /** A new element, or another in the place of the one with its id. `invalid` when there is no room for more. */
  put(element: Element): void;
  /** False: there was none of this id. */
  remove(id: string): boolean;
}

export interface DraftRules<Element> {
  readonly keyOfElement: (element: Element) => string;
  readonly maxElements: number;
}

/** A snapshot that can be changed, chunk by chunk, without touching the original. */
export function draftOf<Element>(
  before: Snapshot<Element>,
  { keyOfElement, maxElements }: DraftRules<Element>,
) {
  const chunks: Chunk<Element>[] = [...before.chunks];
  const indexOf = (id: string): number => chunks.findIndex(({ elements }) => elements.has(id));
  const change = (at: number, to: (chunk: Chunk<Element>) => Chunk<Element>): void =>
    void (chunks[at] = to(chunks[at] ?? EMPTY));

  const changes: Changes<Element> = {
    version: before.version,
    get: (id) => getFrom(chunks, id),
    get bytes() {
      return chunks.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    get parts() {
      return chunks.map(({ elements }) => elements);
    },
    put: (element) => {
      const id = keyOfElement(element);
      const at = indexOf(id);
      if (at === -1) refuseMoreThan(maxElements, chunks);
      else change(at, (chunk) => without(chunk, id));
      change(placeFor(sizeOf(element)), (chunk) => withElement(chunk, id, element));
    },
    remove: (id) => {
      const at = indexOf(id);
      if (at !== -1) change(at, (chunk) => without(chunk, id));
      return at !== -1;
    },
  };

  /** In a chunk that is rewritten anyway, such as the one where it was; else in any with room, in a new one. */
  const placeFor = (bytes: number): number => {
    const roomy = [...chunks.keys()].filter((at) => hasRoom(chunks[at] ?? EMPTY, bytes));
    const rewritten = roomy.find((at) => chunks[at] !== before.chunks[at]);
    return rewritten ?? roomy[0] ?? chunks.length;
  };
  return { changes, chunks: chunks as readonly Chunk<Element>[] };
}

function refuseMoreThan(most: number, chunks: readonly Chunk<unknown>[]): void {
  const count = chunks.reduce((sum, { elements }) => sum + elements.size, 0);
  if (count >= most)
    throw new AppError("invalid", `There are ${count} already, which is the most there can be`);
}
