import { z } from "zod";
import { AnyJson } from "../envelope/json.ts";
import { oneOfToday } from "../envelope/one-of-today.ts";
import { ConversationRef } from "./older-ids.ts";

const ApprovalAct = z.object({
  name: z.string(),
  arguments: z.record(z.string(), AnyJson),
  effect: z.string().meta({
    description: "Exactly what it would do, in words, as part of a sentence.",
    examples: ["move “buy milk” to the trash"],
  }),
});

const STATUSES = ["pending", "approved", "rejected", "expired", "outdated"];

export const Approval = z
  .object({
    id: z.uuid(),
    conversation_id: z.uuid(),
    turn_id: z.uuid().meta({ description: "The turn that asks for it." }),
    status: oneOfToday(STATUSES),
    acts: z.array(ApprovalAct).min(1),
    asked_at: z.iso.datetime(),
    expires_at: z.iso.datetime(),
    decided_at: z.iso.datetime().optional(),
  })
  .meta({
    id: "Approval",
    description:
      "What a model wishes to do and only its person may allow: all of it, or nothing. `outdated`: its tasks were changed before it was approved, or the message that led to it was replaced, so nothing was done.",
  });
export type Approval = z.infer<typeof Approval>;

/** The one asked for last first. */
export const ApprovalPage = z.object({ items: z.array(Approval) }).meta({ id: "ApprovalPage" });
export type ApprovalPage = z.infer<typeof ApprovalPage>;

export const ApprovalQuery = z.strictObject({
  conversation_id: ConversationRef.optional().meta({
    description:
      "Those of this conversation only; one of the older product may be named by its number there.",
  }),
});
export type ApprovalQuery = z.infer<typeof ApprovalQuery>;

export const ApprovalDecision = z
  .strictObject({ decision: z.enum(["approve", "reject"]) })
  .meta({ id: "ApprovalDecision" });
export type ApprovalDecision = z.infer<typeof ApprovalDecision>;
