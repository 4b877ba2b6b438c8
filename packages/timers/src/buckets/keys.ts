import { keyOf } from "@todo-mesh/state";
import { z } from "zod";

/**
 * A due-bucket holds the hints of one minute in 16 lanes, so that writers need not wait for each other.
 * A lane is a head that counts, and one key per transaction's hints. Hints never change once written.
 */
export const LANES = Array.from({ length: 16 }, (_, lane) => lane);

/** `next` counts what was written. A closed head takes no more, ever. */
export const Head = z.object({ next: z.int(), closed: z.boolean() });
export type Head = z.infer<typeof Head>;

/** That a timer of this name and generation was set for then. Only the timer's own row says whether it still is. */
export const Hint = z.object({
  name: z.string(),
  generation: z.string(),
  at: z.iso.datetime(),
  /** Whose turn it takes; hints of before have none. */
  group: z.string().optional(),
  /** Those of a step that have the same one have one job between them; hints of before have none. */
  share: z.string().optional(),
});
export type Hint = z.infer<typeof Hint>;

const bucketsKey = (timers: string): string => keyOf("due", timers);

export const headKey = (timers: string, minute: number, lane: number): string =>
  `${bucketsKey(timers)}:${minute}:${lane}`;

export const hintsKey = (head: string, n: number): string => `${head}:${n}`;

/** The keys of all hints of a lane, from the given number on. */
export const hintsKeysOf = ({ key, next }: Pick<Lane, "key" | "next">, from = 0): string[] =>
  Array.from({ length: Math.max(0, next - from) }, (_, n) => hintsKey(key, from + n));

/** A lane of a minute's bucket, and how much was written there. */
export interface Lane {
  readonly minute: number;
  readonly key: string;
  readonly next: number;
}

/** Every lane of these minutes, whether anything was ever written there or not. */
export function lanesOf(timers: string, minutes: readonly number[]) {
  const buckets = bucketsKey(timers);
  return minutes.flatMap((minute) =>
    LANES.map((lane) => ({ minute, key: `${buckets}:${minute}:${lane}` })),
  );
}
