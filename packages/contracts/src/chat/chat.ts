import { z } from "zod";
import { Approval } from "./approval.ts";
import { ConversationRef } from "./older-ids.ts";
import { AnyJson } from "../envelope/json.ts";
import { Preferences } from "../people/preferences.ts";
import { said } from "../text/text.ts";
import { TimeZone } from "../time/time.ts";

export const ChatRequest = z
  .strictObject({
    conversation_id: ConversationRef.optional(),
    message: said(8_000),
    timezone: TimeZone.optional(),
    preferences: Preferences.optional(),
    replaces_message_id: z.uuid().optional().meta({
      description:
        "Your last message in this conversation: it leaves the conversation with all that was answered to it, what that changed is taken back, and this is said in its place.",
    }),
  })
  .refine(
    ({ conversation_id, replaces_message_id }) =>
      replaces_message_id === undefined || conversation_id,
    { path: ["conversation_id"], error: "name the conversation of the message that is replaced" },
  )
  .meta({ id: "ChatRequest" });
export type ChatRequest = z.infer<typeof ChatRequest>;

/** Has the last message of a conversation answered anew. */
export const RegenerateRequest = z
  .strictObject({ timezone: TimeZone.optional(), preferences: Preferences.optional() })
  .meta({
    id: "RegenerateRequest",
    description:
      "Where and how the message is said again; `{}` goes by what its person has chosen.",
  });
export type RegenerateRequest = z.infer<typeof RegenerateRequest>;

export const ToolCall = z
  .object({
    id: z.string(),
    name: z.string(),
    arguments: z.record(z.string(), AnyJson),
    result: AnyJson,
  })
  .meta({
    id: "ToolCall",
    description: "One thing the assistant did: the tool, what it was given, what came of it.",
  });
export type ToolCall = z.infer<typeof ToolCall>;

export const ChatAnswer = z
  .object({
    conversation_id: z.uuid(),
    turn_id: z.uuid(),
    response: z.string(),
    tool_calls: z.array(ToolCall),
    degraded: z.boolean().optional(),
    interrupted: z.boolean().optional(),
    approval: Approval.optional(),
    decided: Approval.optional(),
  })
  .meta({
    id: "ChatAnswer",
    description:
      "The whole answer. `degraded`: the history could not be read or kept; `response` says so. `interrupted`: the answer was stopped here, or what gave it died. `approval`: what waits for the person's yes from here on. `decided`: what was waiting, and is decided by this.",
  });
export type ChatAnswer = z.infer<typeof ChatAnswer>;

export const TurnRef = z
  .object({ turn_id: z.uuid() })
  .meta({ id: "TurnRef", description: "The turn that is meant." });
export type TurnRef = z.infer<typeof TurnRef>;

/** What a turn's stream says, in this order; each has an SSE `id`. */
export const TurnEvent = z
  .discriminatedUnion("event", [
    z.object({
      event: z.literal("turn.started"),
      data: z.object({
        turn_id: z.uuid(),
        conversation_id: z.uuid(),
        /** That of the person's message. */
        message_id: z.uuid().optional(),
      }),
    }),
    z.object({ event: z.literal("text.delta"), data: z.object({ text: z.string() }) }),
    z.object({ event: z.literal("tool.started"), data: ToolCall.omit({ result: true }) }),
    z.object({ event: z.literal("tool.finished"), data: ToolCall }),
    z.object({ event: z.literal("approval.requested"), data: Approval }),
    z.object({ event: z.literal("turn.finished"), data: ChatAnswer }),
    z.object({ event: z.literal("turn.failed"), data: z.object({ detail: z.string() }) }),
  ])
  .meta({
    id: "TurnEvent",
    description: "One event of a turn's stream: its name and its data.",
  });
export type TurnEvent = z.infer<typeof TurnEvent>;
