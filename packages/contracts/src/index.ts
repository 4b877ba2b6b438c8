export { AddInput, ListInput, NoInput, Outcome, TaskRef, TaskUntilRef, Which } from "./actions.ts";
export {
  BatchAnswer,
  BatchEnvelope,
  batchRequestOf,
  type Operation,
  operationOf,
  type OperationResult,
  type OperationSchema,
} from "./batch.ts";
export {
  Change,
  ChangeEntry,
  ChangePage,
  type ChangeVerb,
  KeptVerb,
  UndoAnswer,
  UndoRequest,
} from "./change.ts";
export { ChatAnswer, ChatRequest, ToolCall, TurnEvent } from "./chat.ts";
export { ConversationHead, ConversationPage, ConversationRead, Message } from "./conversation.ts";
export { Due, DueDay, DueInput, DueTime, type MomentInput } from "./due.ts";
export { EraseAnswer, Export } from "./export.ts";
export { fold } from "./fold.ts";
export { isolated, quoted } from "./isolated.ts";
export { InboxPage, Notification } from "./notification.ts";
export {
  AddOutcome,
  changedTask,
  Listed,
  NotDone,
  type Series,
  TaskLine,
  Undone,
  WhichTime,
} from "./outcomes.ts";
export { PageQuery, pageOf } from "./page.ts";
export { PersonPreferences, PreferencesPatch } from "./preferences.ts";
export { Problem } from "./problem.ts";
export {
  atFault,
  type FieldError,
  fieldsWithin,
  isRefusal,
  type Refusal,
  type RefusalKind,
  reasonOf,
  refuse,
} from "./refusal.ts";
export {
  Reminder,
  ReminderDetails,
  ReminderExplanation,
  ReminderPage,
  ReminderQuery,
  ReminderStep,
} from "./reminder.ts";
export { Repeat, RepeatInput } from "./repeat.ts";
export { Snoozed, UntilInput, UntilRequest } from "./silence.ts";
export { type ServiceName, SERVICES } from "./services.ts";
export { type TaskCheck, TaskCheckAnswer, TaskCheckRequest } from "./task-check.ts";
export { Priority, tagKey, Task, TaskDraft, TaskPatch, Title } from "./task.ts";
export { Nag, TaskReminder, type TaskReminderInput } from "./task-reminder.ts";
export { TaskOccurrence, TaskOccurrencePage, TaskOccurrences } from "./task-occurrence.ts";
export { TaskPage, TaskQuery, type TaskSort } from "./task-query.ts";
export { fromFirstSeen, isSeen } from "./text.ts";
export { KeptZone, Occurrence, TimeZone } from "./time.ts";
export { TravelAnswer, TravelRequest } from "./travel.ts";
export { UserId } from "./user.ts";
export { OccurrencesAnswer, OccurrencesRequest, WhenAnswer, WhenRequest } from "./when.ts";
export { oneOfToday } from "./one-of-today.ts";
