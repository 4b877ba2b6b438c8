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
  ExportReminders,
  FindNotifications,
  ListReminders,
  MarkRead,
  MarkSeveralRead,
  ReadInbox,
  ReadReminder,
} from "./calls.ts";
