export {
  AddInput,
  ListInput,
  NoInput,
  Outcome,
  TaskRef,
  TaskUntilRef,
  Which,
} from "./tasks/actions.ts";
export {
  BatchAnswer,
  BatchEnvelope,
  batchRequestOf,
  type Operation,
  operationOf,
  type OperationResult,
  type OperationSchema,
} from "./tasks/batch.ts";
export { AnyJson } from "./envelope/json.ts";
export {
  Change,
  ChangeEntry,
  ChangePage,
  type ChangeVerb,
  KeptVerb,
  UndoAnswer,
  UndoRequest,
} from "./tasks/change.ts";
export { Approval, ApprovalDecision, ApprovalPage, ApprovalQuery } from "./chat/approval.ts";
export {
  ChatAnswer,
  ChatRequest,
  RegenerateRequest,
  ToolCall,
  TurnEvent,
  TurnRef,
} from "./chat/chat.ts";
export {
  ConversationExport,
  ConversationExportQuery,
  ConversationHead,
  ConversationPage,
  ConversationPatch,
  ConversationQuery,
  ConversationRead,
  Message,
} from "./chat/conversation.ts";
export { conversationNamed, ConversationRef, idOfOlder, isOfOlder } from "./chat/older-ids.ts";
export { Due, DueDay, DueInput, DueTime, type MomentInput } from "./time/due.ts";
export { EraseAnswer, Export } from "./own-data/export.ts";
export { ImportReport, ImportRequest, MOST_IMPORTED } from "./own-data/import.ts";
export { fold } from "./text/fold.ts";
export { isolated, quoted } from "./text/isolated.ts";
export {
  InboxPage,
  Notification,
  ReadNotifications,
  ReadSeveral,
} from "./notifications/notification.ts";
export {
  AddOutcome,
  ApprovalNeeded,
  changedTask,
  DatesTold,
  Listed,
  NotDone,
  type Series,
  TaskLine,
  Undone,
  WhichTime,
} from "./tasks/outcomes.ts";
export { PageQuery, pageOf } from "./envelope/page.ts";
export { PersonPreferences, Preferences, PreferencesPatch } from "./people/preferences.ts";
export { Problem } from "./envelope/problem.ts";
export {
  atFault,
  type FieldError,
  fieldsWithin,
  isRefusal,
  type Refusal,
  type RefusalKind,
  reasonOf,
  refuse,
} from "./envelope/refusal.ts";
export {
  Reminder,
  ReminderDetails,
  ReminderDetailsPage,
  ReminderExplanation,
  ReminderPage,
  ReminderQuery,
  ReminderStep,
} from "./reminders/reminder.ts";
export { Repeat, RepeatInput } from "./time/repeat.ts";
export { Snoozed, UntilInput, UntilRequest } from "./tasks/silence.ts";
export { type ServiceName, SERVICES } from "./services.ts";
export { PageConfig, Session, SessionRead, SignInRequest, TokenOwner } from "./people/session.ts";
export { type TaskCheck, TaskCheckAnswer, TaskCheckRequest } from "./tasks/task-check.ts";
export { Priority, tagKey, Task, TASK_LIMITS, TaskDraft, TaskPatch, Title } from "./tasks/task.ts";
export { Nag, TaskReminder, type TaskReminderInput } from "./tasks/task-reminder.ts";
export { TaskOccurrence, TaskOccurrencePage, TaskOccurrences } from "./tasks/task-occurrence.ts";
export { TaskPage, TaskQuery, type TaskSort } from "./tasks/task-query.ts";
export { fromFirstSeen, isSeen } from "./text/text.ts";
export { KeptZone, Occurrence, TimeZone } from "./time/time.ts";
export { TravelAnswer, TravelRequest } from "./tasks/travel.ts";
export { UserId } from "./people/user.ts";
export { OccurrencesAnswer, OccurrencesRequest, WhenAnswer, WhenRequest } from "./phrases/when.ts";
export { oneOfToday } from "./envelope/one-of-today.ts";
