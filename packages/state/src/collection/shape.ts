import { z } from "zod";

/** How many elements are stored, read and rewritten together. */
export const CHUNK = 64;

/** The version of the whole, and of each chunk the version at which it was last written and its number of elements. */
export const Head = z.object({
  version: z.int(),
  chunks: z.array(z.tuple([z.int(), z.int()])),
});
export type Head = z.infer<typeof Head>;
export const EMPTY: Head = { version: 0, chunks: [] };

/** A chunk as it is kept in memory; never changed in place. */
export interface Chunk<Element> {
  readonly rev: number;
  readonly elements: ReadonlyMap<string, Element>;
}

/** A chunk as it is stored, read into one as it is kept in memory. */
export const chunkSchema = <Element>(
  element: z.ZodType<Element>,
  keyOfElement: (element: Element) => string,
) =>
  z
    .object({ rev: z.int(), elements: z.array(element) })
    .transform(({ rev, elements }): Chunk<Element> => ({
      rev,
      elements: new Map(elements.map((one) => [keyOfElement(one), one])),
    }));

/** All of one owner at one version. */
export interface Snapshot<Element> {
  readonly version: number;
  readonly chunks: readonly Chunk<Element>[];
  readonly elements: ReadonlyMap<string, Element>;
}

export const headOf = ({ version, chunks }: Omit<Snapshot<unknown>, "elements">): Head => ({
  version,
  chunks: chunks.map(({ rev, elements }) => [rev, elements.size]),
});

/** The elements one by one, made into one map only when somebody asks for it. */
export function snapshotOf<Element>(
  version: number,
  chunks: readonly Chunk<Element>[],
): Snapshot<Element> {
  let whole: ReadonlyMap<string, Element> | undefined;
  return {
    version,
    chunks,
    get elements() {
      whole ??= new Map(chunks.flatMap(({ elements }) => [...elements]));
      return whole;
    },
  };
}
