export { ChatAnswer, ChatRequest, ToolCall, TurnEvent } from "./chat.ts";
export { CloudEvent, type DataOf, type Event, type EventContract } from "./event.ts";
export {
  InboxPage,
  Notification,
  NotificationCreated,
  NotificationRead,
  NOTIFICATIONS_TOPIC,
} from "./notification.ts";
export { PageQuery, pageOf } from "./page.ts";
export { Problem } from "./problem.ts";
export { ReminderDue, REMINDERS_TOPIC } from "./reminder-events.ts";
export { Repeat, RepeatInput } from "./repeat.ts";
export { StandingAnswer, StandingRequest } from "./standing.ts";
export { Change, Due, DueInput, Task, TaskDraft, TaskPage, TaskPatch, TaskQuery } from "./task.ts";
export {
  TASK_EVENTS,
  TaskCompleted,
  TaskCreated,
  TaskDeleted,
  type TaskEventData,
  TaskReopened,
  TaskRestored,
  TASKS_TOPIC,
  TaskUpdated,
} from "./task-events.ts";
export { Occurrence, TimeZone } from "./time.ts";
export { UserId } from "./user.ts";
export { OccurrencesAnswer, OccurrencesRequest, WhenAnswer, WhenRequest } from "./when.ts";
