export { ApprovalDecided, type ApprovalEventData, ApprovalRequested } from "./approval-events.ts";
export {
  CHAT_TOPIC,
  ConversationDeleted,
  ConversationRenamed,
  TurnEnded,
  TurnStarted,
} from "./chat-events.ts";
export { DEAD_LETTER_HEADERS } from "./dead-letter.ts";
export { CloudEvent, type DataOf, type Event, type EventContract } from "./event.ts";
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
export { PEOPLE_TOPIC, PersonErased, PreferencesChanged } from "./people-events.ts";
export {
  ReminderDismissed,
  ReminderDue,
  REMINDERS_TOPIC,
  ReminderSnoozed,
  ReminderUnplanned,
} from "./reminder-events.ts";
export { deadLettersOf, type Listener, LISTENERS, SOURCES, TOPICS } from "./topics.ts";
export {
  NotificationCreated,
  NotificationRead,
  NOTIFICATIONS_TOPIC,
} from "./notification-events.ts";
