/* What brings people over from the older product: `@todo-mesh/chat-api/older`, for tools/migrate. */
export { type Brought, readingOlder } from "./domain/imports/older-conversation.ts";
export {
  LEFT,
  type Left,
  ODD,
  type Odd,
  type OlderConversation,
  type OlderMessage,
} from "./domain/imports/older-rows.ts";
export {
  bringConversation,
  type Bringing,
  checkBrought,
  type Checked,
} from "./use-cases/own-data/bring-conversation.ts";
