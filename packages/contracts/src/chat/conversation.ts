import { z } from "zod";
import { Approval } from "./approval.ts";
import { ToolCall } from "./chat.ts";
import { PageQuery, pageOf } from "../envelope/page.ts";
import { oneOfToday } from "../envelope/one-of-today.ts";
import { KeptText, line, said } from "../text/text.ts";

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

/** Which conversations a list shows. */
export const ConversationQuery = PageQuery.extend({
  query: said(200).optional().meta({
    description: "Words that the title has, each of them or its beginning.",
  }),
});
export type ConversationQuery = z.infer<typeof ConversationQuery>;

export const ConversationPatch = z
  .strictObject({ title: line(200) })
  .meta({ id: "ConversationPatch", description: "Gives a conversation another title." });
export type ConversationPatch = z.infer<typeof ConversationPatch>;

/** In which form a conversation is taken along. */
export const ConversationExportQuery = z.strictObject({
  format: z
    .enum(["json", "markdown"])
    .default("json")
    .meta({ description: "`markdown` is to be read, `json` has everything." }),
});
export type ConversationExportQuery = z.infer<typeof ConversationExportQuery>;

/** The oldest message first, as an export of everything has it. */
export const ConversationExport = ConversationHead.extend({
  messages: z.array(Message),
}).meta({
  id: "ConversationExport",
  description: "A conversation with all messages that are kept of it, the oldest first.",
});
export type ConversationExport = z.infer<typeof ConversationExport>;
