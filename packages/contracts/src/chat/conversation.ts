import { z } from "zod";
import { Approval } from "./approval.ts";
import { ToolCall } from "./chat.ts";
import { pageOf } from "../envelope/page.ts";
import { oneOfToday } from "../envelope/one-of-today.ts";
import { KeptText } from "../text/text.ts";

export const Message = z
  .object({
    id: z.uuid(),
    role: oneOfToday(["person", "assistant"]),
    text: KeptText,
    tool_calls: z.array(ToolCall).optional(),
    turn_id: z.uuid(),
    at: z.iso.datetime(),
    interrupted: z.boolean().optional(),
    approval: Approval.optional(),
  })
  .meta({
    id: "Message",
    description:
      "One message. `interrupted`: the answer broke off here. `approval`: what it asks the person to allow, and what became of that.",
  });
export type Message = z.infer<typeof Message>;

/** What is known of a conversation beside its messages. */
export const ConversationHead = z
  .object({
    id: z.uuid(),
    title: KeptText,
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: "ConversationHead" });
export type ConversationHead = z.infer<typeof ConversationHead>;

/** The one that began last first. */
export const ConversationPage = pageOf(ConversationHead).meta({
  id: "ConversationPage",
});
export type ConversationPage = z.infer<typeof ConversationPage>;

export const ConversationRead = ConversationHead.extend(pageOf(Message).shape).meta({
  id: "ConversationRead",
  description:
    "A conversation and a page of its messages, the newest first. The last 200 messages are kept.",
});
export type ConversationRead = z.infer<typeof ConversationRead>;
