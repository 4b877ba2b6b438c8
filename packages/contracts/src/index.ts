export {
  type CallContract,
  type Caller,
  type CallMethod,
  type CallOptions,
  defineCall,
  hasBody,
  hasBodyFields,
  pathFieldsOf,
} from "./call.ts";
export {
  CALLS,
  CheckTasks,
  FindNotifications,
  ListReminders,
  MarkRead,
  ReadInbox,
  ReadReminder,
} from "./calls.ts";
export { AddInput, ListInput, NoInput, Outcome, TaskRef, Which } from "./actions.ts";
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
export { CloudEvent, type DataOf, type Event, type EventContract } from "./event.ts";
export { eventSchemas } from "./event-schema.ts";
export { type EventEntry, EVENTS, SOURCES } from "./events.ts";
export { EraseAnswer, Export } from "./export.ts";
export { fold } from "./fold.ts";
export { isolated, quoted } from "./isolated.ts";
export { type Listener, LISTENERS } from "./listeners.ts";
export { legible } from "./legible.ts";
export {
  InboxPage,
  Notification,
  NotificationCreated,
  NotificationRead,
  NOTIFICATIONS_TOPIC,
} from "./notification.ts";
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
  Reminder,
  ReminderDetails,
  ReminderExplanation,
  ReminderPage,
  ReminderQuery,
  ReminderStep,
} from "./reminder.ts";
export { ReminderDue, REMINDERS_TOPIC, ReminderUnplanned } from "./reminder-events.ts";
export { Repeat, RepeatInput } from "./repeat.ts";
export { type ServiceName, SERVICES } from "./services.ts";
export { type TaskCheck, TaskCheckAnswer, TaskCheckRequest } from "./task-check.ts";
export { Priority, tagKey, Task, TaskDraft, TaskPatch, Title } from "./task.ts";
export { Nag, TaskReminder, type TaskReminderInput } from "./task-reminder.ts";
export { TaskOccurrence, TaskOccurrencePage, TaskOccurrences } from "./task-occurrence.ts";
export { TaskPage, TaskQuery, type TaskSort } from "./task-query.ts";
export {
  TASK_EVENTS,
  TaskCompleted,
  TaskCreated,
  TaskDeleted,
  TaskErased,
  type TaskEventData,
  TaskReopened,
  TaskRestored,
  TASKS_TOPIC,
  TaskUpdated,
  UserErased,
} from "./task-events.ts";
export { fromFirstSeen, isSeen } from "./text.ts";
export { KeptZone, Occurrence, TimeZone } from "./time.ts";
export { TravelAnswer, TravelRequest } from "./travel.ts";
export { UserId } from "./user.ts";
export { OccurrencesAnswer, OccurrencesRequest, WhenAnswer, WhenRequest } from "./when.ts";
export { oneOfToday } from "./one-of-today.ts";
