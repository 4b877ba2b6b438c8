import { AnyJson } from "@todo-mesh/contracts";
import { keyOf } from "@todo-mesh/state";
import { z } from "zod";

/**
 * What is kept of a turn while it goes on, and for ten minutes after: all that was shown of it, event by event. Events
 * are only ever added, so whoever was shown one will find it there. `owner` alone adds to it, and its `beat_at` says
 * that it lives; whoever takes the turn over writes the row, and every later write of the owner before is refused.
 */
export const TurnRow = z.object({
  turn_id: z.uuid(),
  conversation_id: z.uuid(),
  /** The language of its answer. */
  locale: z.string(),
  /** The `Idempotency-Key` it was said under. */
  key: z.string().optional(),
  owner: z.string(),
  beat_at: z.iso.datetime(),
  /** Its person wants no more of it. */
  stop: z.literal(true).optional(),
  ended: z.literal(true).optional(),
  events: z.array(z.object({ event: z.string(), data: AnyJson })),
});
export type TurnRow = z.infer<typeof TurnRow>;

export const turnRowKey = (userId: string, turnId: string): string =>
  keyOf("turnlog", userId, turnId);

/** From its last event on. */
export const KEPT = { ttlSeconds: 600 } as const;
