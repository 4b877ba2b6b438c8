import { randomBytes } from "node:crypto";
import { z } from "zod";
import { keyOf } from "../key.ts";

// A number in what was stored before revisions were random.
const Rev = z.union([z.string(), z.int()]);
/**
 * Which write something is of. It is random, so that what is in memory is never taken for what is stored
 * when versions count anew: after an erase, or in a store that was restored.
 */
export type Rev = z.infer<typeof Rev>;
export const newRev = (): Rev => randomBytes(6).toString("base64url");

const HeadBefore = z
  .object({ version: z.int(), chunks: z.array(z.tuple([z.int(), z.int()])) })
  .transform(({ version, chunks }) => ({
    version,
    rev: version,
    chunks: chunks.map(([rev]) => rev),
  }));
const HeadNow = z.object({ version: z.int(), rev: z.string(), chunks: z.array(Rev.nullable()) });

/** The last write of the whole and of each chunk; a chunk of `null` is empty and has no row. */
export interface Head {
  readonly version: number;
  readonly rev: Rev;
  readonly chunks: readonly (Rev | null)[];
}
export const Head: z.ZodType<Head> = z.union([HeadNow, HeadBefore]);
export const NOTHING: Head = { version: 0, rev: "", chunks: [] };

export const storedChunk = <Element>(element: z.ZodType<Element>) =>
  z.object({ rev: Rev, elements: z.array(element) });

export const headKey = (name: string, owner: string) => keyOf(name, owner);
export const chunkKey = (name: string, owner: string, at: number) => keyOf(name, owner, at);
