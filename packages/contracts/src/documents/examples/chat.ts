import { changeEntry } from "./change.ts";
import { notification } from "./event.ts";
import { EXAMPLE_TASK_ID, TURN_ID, MADE_AT, CONVERSATION_ID, ERASED_AT } from "./ids.ts";
import { reminderDetails } from "./reminder.ts";
import { task, taskOccurrence } from "./task.ts";
import { personPreferences } from "./when.ts";

export const toolCall = {
  id: `${TURN_ID}.1`,
  name: "add_task",
  arguments: { title: "water the plants", when: "on 3 December at 8:00" },
  result: { outcome: "added", task },
};

export const chatRequest = {
  message: "remind me to water the plants on 3 December at 8:00",
  timezone: "Europe/Rome",
};

export const chatAnswer = {
  conversation_id: CONVERSATION_ID,
  turn_id: TURN_ID,
  response:
    "I will remind you to water the plants on Thursday 3 December 2026 at 08:00 (Europe/Rome).",
  tool_calls: [toolCall],
};

export const turnEvent = {
  event: "turn.started",
  data: { turn_id: TURN_ID, conversation_id: CONVERSATION_ID },
};

export const approval = {
  id: "019aab2a-5c10-7b3d-9a55-7a1b2c3d4e5f",
  conversation_id: CONVERSATION_ID,
  turn_id: TURN_ID,
  status: "pending",
  acts: [
    {
      name: "delete_task",
      arguments: { task: "water the plants", task_id: EXAMPLE_TASK_ID },
      effect: "move “water the plants” to the trash",
    },
  ],
  asked_at: MADE_AT,
  expires_at: "2026-12-01T17:57:05.120Z",
};

export const message = {
  id: "019aab2a-5b81-7e0f-8899-1234567890ab",
  role: "person",
  text: chatRequest.message,
  turn_id: TURN_ID,
  at: MADE_AT,
};

export const conversation = {
  id: CONVERSATION_ID,
  title: chatRequest.message,
  created_at: MADE_AT,
  updated_at: MADE_AT,
};

export const turnStarted = { user_id: "ada", turn_id: TURN_ID, conversation };

export const eraseAnswer = {
  erased_at: ERASED_AT,
  tasks: 12,
  conversations: 3,
  answers_kept_until: "2026-12-25T10:00:00.000Z",
};

export const exported = {
  user_id: "ada",
  exported_at: ERASED_AT,
  preferences: personPreferences,
  tasks: [task],
  occurrences: [{ task_id: EXAMPLE_TASK_ID, ...taskOccurrence }],
  changes: [changeEntry],
  conversations: [{ ...conversation, messages: [message] }],
  reminders: [reminderDetails],
  inbox: [notification],
};
