import { PersonPreferences } from "@todo-mesh/contracts";
import { keyOf } from "@todo-mesh/state";
import { z } from "zod";

/** What an idempotency key of the chat stands for: the turn it began, and once there is one, the answer as it was sent. */
export const turnKey = (userId: string, key: string) => keyOf("turn", userId, key);
export const TurnRecord = z.object({
  fingerprint: z.string(),
  turn_id: z.uuid(),
  conversation_id: z.uuid(),
  /** The number of the person's message. */
  seq: z.int(),
  began_at: z.iso.datetime(),
  /** What its person had chosen then: taken up again, it means what it meant. */
  chosen: PersonPreferences.optional(),
  /** The turns that it stands in the place of. */
  replaced: z.array(z.uuid()).optional(),
  answer: z.string().optional(),
});
export type TurnRecord = z.infer<typeof TurnRecord>;
export const TURN_RECORD_SECONDS = 86_400;
