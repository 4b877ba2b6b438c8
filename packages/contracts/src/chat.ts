import { z } from "zod";
import { TimeZone } from "./time.ts";

export const ChatRequest = z.strictObject({
  conversation_id: z.uuid().optional(),
  message: z.string().trim().min(1).max(8_000),
  timezone: TimeZone.optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

// It comes out of a JSON parser or goes into one: there is nothing left to check.
type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
const AnyJson: z.ZodType<Json> = z.any();

/** One thing the assistant did in a turn: the tool, what it was given, what came of it. */
export const ToolCall = z.object({
  id: z.string(),
  name: z.string(),
  arguments: z.record(z.string(), AnyJson),
  result: AnyJson,
});
export type ToolCall = z.infer<typeof ToolCall>;

/** The whole answer to one message. `degraded`: the history could not be read or kept; `response` says so. */
export const ChatAnswer = z.object({
  conversation_id: z.uuid(),
  turn_id: z.uuid(),
  response: z.string(),
  tool_calls: z.array(ToolCall),
  degraded: z.boolean().optional(),
});
export type ChatAnswer = z.infer<typeof ChatAnswer>;

/** What a turn's stream says, in this order; each has an SSE `id`. */
export const TurnEvent = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("turn.started"),
    data: z.object({ turn_id: z.uuid(), conversation_id: z.uuid() }),
  }),
  z.object({ event: z.literal("text.delta"), data: z.object({ text: z.string() }) }),
  z.object({ event: z.literal("tool.started"), data: ToolCall.omit({ result: true }) }),
  z.object({ event: z.literal("tool.finished"), data: ToolCall }),
  z.object({ event: z.literal("turn.finished"), data: ChatAnswer }),
  z.object({ event: z.literal("turn.failed"), data: z.object({ detail: z.string() }) }),
]);
export type TurnEvent = z.infer<typeof TurnEvent>;
