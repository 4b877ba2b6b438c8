import { AppError } from "@todo-mesh/ports";
import { CHUNK, type Chunk, type Snapshot } from "./shape.ts";

/** What a transaction may do to the elements of one owner. It sees its own changes. */
export interface Changes<Element> {
  /** The version that is being changed; the next is one higher. 0: there was nothing yet. */
  readonly version: number;
  get(id: string): Element | undefined;
  values(): Element[];
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
  const chunks: (Chunk<Element> | undefined)[] = [...before.chunks];
  const rewritten = new Map<number, Map<string, Element>>();

  const elementsOf = (at: number): ReadonlyMap<string, Element> =>
    rewritten.get(at) ?? chunks[at]?.elements ?? new Map<string, Element>();
  const toRewrite = (at: number): Map<string, Element> => {
    const copy = rewritten.get(at) ?? new Map(elementsOf(at));
    rewritten.set(at, copy);
    chunks[at] ??= undefined;
    return copy;
  };
  const indexes = () => [...chunks.keys()];
  const chunkWith = (id: string) => indexes().find((at) => elementsOf(at).has(id));
  const chunkWithRoom = (): number => {
    const count = indexes().reduce((sum, at) => sum + elementsOf(at).size, 0);
    if (count >= maxElements)
      throw new AppError("invalid", `There are ${count} already, which is the most there can be`);
    return indexes().find((at) => elementsOf(at).size < CHUNK) ?? chunks.length;
  };

  const changes: Changes<Element> = {
    version: before.version,
    get: (id) => elementsOf(chunkWith(id) ?? -1).get(id),
    values: () => indexes().flatMap((at) => [...elementsOf(at).values()]),
    put: (element) => {
      const id = keyOfElement(element);
      toRewrite(chunkWith(id) ?? chunkWithRoom()).set(id, element);
    },
    remove: (id) => {
      const at = chunkWith(id);
      return at !== undefined && toRewrite(at).delete(id);
    },
  };
  return { changes, rewritten: rewritten as ReadonlyMap<number, ReadonlyMap<string, Element>> };
}
