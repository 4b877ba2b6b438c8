import * as change from "./examples/change.ts";
import * as chat from "./examples/chat.ts";
import * as event from "./examples/event.ts";
import * as importing from "./examples/import.ts";
import * as reminder from "./examples/reminder.ts";
import * as task from "./examples/task.ts";
import * as when from "./examples/when.ts";

export { EXAMPLE_TASK_ID } from "./examples/ids.ts";

/** What is shown as an example, one evening of Ada's: all of them by their names. */
export const example = { ...change, ...chat, ...event, ...reminder, ...task, ...when };

/** The examples of each schema, by its id. A test holds each against its schema. */
export const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  Operation: example.operations,
  BatchRequest: [{ operations: example.operations }],
  BatchAnswer: [example.batchAnswer],
  Change: [example.change],
  ChangeEntry: [example.changeEntry],
  ChangePage: [{ items: [example.changeEntry], next_cursor: "41" }],
  UndoRequest: [{ change_id: example.change.id }, {}],
  UndoAnswer: [example.undoAnswer],
  ChatRequest: [example.chatRequest],
  RegenerateRequest: [{ timezone: "Europe/Rome" }],
  ToolCall: [example.toolCall],
  ChatAnswer: [example.chatAnswer],
  TurnRef: [{ turn_id: example.chatAnswer.turn_id }],
  TurnEvent: [example.turnEvent],
  Approval: [example.approval],
  ApprovalPage: [{ items: [example.approval] }],
  ApprovalDecision: [{ decision: "approve" }],
  Message: [example.message],
  ImportRequest: [importing.importRequest],
  ImportReport: [importing.importReport],
  ConversationHead: [example.conversation],
  ConversationExport: [{ ...example.conversation, messages: [example.message] }],
  ConversationPatch: [{ title: "Groceries" }],
  ConversationPage: [{ items: [example.conversation], next_cursor: "41" }],
  ConversationRead: [{ ...example.conversation, items: [example.message], next_cursor: "41" }],
  DueTime: [example.dueTime],
  DueDay: [example.dueDay],
  DueInput: [example.taskDraft.due],
  Export: [example.exported],
  EraseAnswer: [example.eraseAnswer],
  Notification: [example.notification],
  ReadSeveral: [{ ids: [example.notification.id] }],
  ReadNotifications: [{ items: [example.notification] }],
  InboxPage: [{ items: [example.notification], next_cursor: "41" }],
  PersonPreferences: [example.personPreferences],
  SessionRead: [
    {
      user_id: "ada",
      preferences: example.personPreferences,
      sign_in: { mode: "dev" },
      model: false,
      channels: ["inbox"],
    },
  ],
  PreferencesPatch: [example.preferencesPatch],
  Problem: [example.problem],
  Reminder: [example.reminder],
  ReminderDetails: [example.reminderDetails],
  ReminderExplanation: [example.reminderExplanation],
  ReminderPage: [{ items: [example.reminder], next_cursor: "1796280600000.7c1d2e3f" }],
  Repeat: [example.repeat],
  RepeatInput: [example.repeatInput],
  TaskOccurrence: [example.taskOccurrence],
  TaskOccurrencePage: [{ items: [example.taskOccurrence], next_cursor: "41" }],
  TaskPage: [{ items: [example.task] }],
  Task: [example.task],
  TaskDraft: [example.taskDraft, example.repeatingDraft],
  TaskPatch: [example.taskPatch],
  TravelRequest: [example.travelRequest],
  TravelAnswer: [example.travelAnswer],
  WhenRequest: [example.whenRequest],
  WhenAnswer: [example.whenAnswer],
  OccurrencesRequest: [example.occurrencesRequest],
  OccurrencesAnswer: [example.occurrencesAnswer],
};
