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
export {
  bringTasks,
  checkTasks,
  foreseeTask,
  type TaskCame,
} from "./use-cases/own-data/bring-tasks.ts";
export type { OlderTask } from "./domain/imports/older-task.ts";
export { CATALOGUE } from "./domain/actions/all.ts";
export { createTaskStore } from "./use-cases/tasks/task-store.ts";
export { quotaEnv, quotasOf, whole } from "./quota-env.ts";
