import type { EventContract } from "../events/event.ts";
import { ApprovalDecided, ApprovalRequested } from "../events/approval-events.ts";
import * as chat from "../events/chat-events.ts";
import { example } from "./examples.ts";
import { NotificationCreated, NotificationRead } from "../events/notification-events.ts";
import { PersonErased, PreferencesChanged } from "../events/people-events.ts";
import {
  ReminderDismissed,
  ReminderDue,
  ReminderSnoozed,
  ReminderUnplanned,
} from "../events/reminder-events.ts";
import * as tasks from "../events/task-events.ts";

/** An event as the others are told of it. */
export interface EventEntry {
  readonly contract: EventContract;
  readonly title: string;
  readonly description: string;
  /** What its data may look like. */
  readonly example: object;
}

const ofTask = { user_id: "ada", change: example.change };
const withTask = (over: object) => ({ ...ofTask, task: { ...example.task, ...over } });
const NO_PROMISE = "Told without a promise: what happens while the broker is away may be left out.";
const WHOLE = "The task is whole: its `version` tells what is newer.";

/** Every event of the mesh. */
export const EVENTS: readonly EventEntry[] = [
  {
    contract: tasks.TaskCreated,
    title: "A task was added",
    description: WHOLE,
    example: withTask({}),
  },
  {
    contract: tasks.TaskUpdated,
    title: "A task was changed",
    description: WHOLE,
    example: withTask({ version: 2, title: "water all the plants" }),
  },
  {
    contract: tasks.TaskCompleted,
    title: "A task was done",
    description: `${WHOLE} One that comes again is open still, and due at its next date.`,
    example: withTask({ version: 2, status: "done", completed_at: "2026-12-03T07:12:00.000Z" }),
  },
  {
    contract: tasks.TaskReopened,
    title: "A task is open again",
    description: WHOLE,
    example: withTask({ version: 3 }),
  },
  {
    contract: tasks.TaskDeleted,
    title: "A task was moved to the trash",
    description: `${WHOLE} It can be restored until it is erased.`,
    example: withTask({ version: 2, deleted_at: "2026-12-03T07:12:00.000Z" }),
  },
  {
    contract: tasks.TaskRestored,
    title: "A task was taken out of the trash",
    description: WHOLE,
    example: withTask({ version: 3 }),
  },
  {
    contract: tasks.TaskErased,
    title: "A task is gone for good",
    description: "Whoever keeps anything of it lets go of it.",
    example: example.taskErased,
  },
  {
    contract: tasks.UserErased,
    title: "A person wants to be forgotten",
    description: "As `todo.person.erased.v1`. Said here for one more version.",
    example: example.userErased,
  },
  {
    contract: PreferencesChanged,
    title: "A person has chosen anew",
    description:
      "What others go by, all of it: what is left out is not chosen any more. `updated_at` tells what is newer.",
    example: example.preferencesChanged,
  },
  {
    contract: PersonErased,
    title: "A person wants to be forgotten",
    description: "Whoever keeps anything of theirs up to that moment lets go of it.",
    example: example.userErased,
  },
  {
    contract: ApprovalRequested,
    title: "Something waits for its person's yes",
    description: "A model wishes to do it, and only they may allow it.",
    example: { user_id: "ada", approval: example.approval },
  },
  {
    contract: ApprovalDecided,
    title: "Something waits for a yes no longer",
    description: "`status` says what became of it.",
    example: {
      user_id: "ada",
      approval: {
        ...example.approval,
        status: "approved",
        decided_at: "2026-12-01T17:43:11.000Z",
      },
    },
  },
  {
    contract: chat.TurnStarted,
    title: "An answer begins",
    description: `A message is in its conversation; GET /turns/{turn_id}/events tells the answer as it grows. ${NO_PROMISE}`,
    example: example.turnStarted,
  },
  {
    contract: chat.TurnEnded,
    title: "An answer has ended",
    description: `It is in its conversation, whole or \`interrupted\`. ${NO_PROMISE}`,
    example: { ...example.turnStarted, interrupted: false },
  },
  {
    contract: chat.ConversationRenamed,
    title: "A conversation was renamed",
    description: NO_PROMISE,
    example: { user_id: "ada", conversation: { ...example.conversation, title: "Plants" } },
  },
  {
    contract: chat.ConversationDeleted,
    title: "A conversation is gone",
    description: `With all its messages: deleted, or let go for another. ${NO_PROMISE}`,
    example: { user_id: "ada", conversation_id: example.conversation.id },
  },
  {
    contract: ReminderDue,
    title: "A reminder rings",
    description:
      "`due_at` is the moment for which it was set; `late`: it rang more than 60 s after it. The same occurrence announced twice is one event `id`.",
    example: example.reminderDue,
  },
  {
    contract: ReminderUnplanned,
    title: "A reminder could not be planned",
    description:
      "Nothing will ring, or not as it was wanted: `reason` says why, in words for the owner of the task.",
    example: example.reminderUnplanned,
  },
  {
    contract: ReminderDismissed,
    title: "A reminder was dismissed",
    description:
      "What rang of this task until `at` is known: whoever still shows it as new need not.",
    example: example.reminderDismissed,
  },
  {
    contract: ReminderSnoozed,
    title: "A reminder was snoozed",
    description: "What rang of this task until `at` rings again at `until`.",
    example: example.reminderSnoozed,
  },
  {
    contract: NotificationCreated,
    title: "Something is new in an inbox",
    description: "It is shown once, however often this is heard.",
    example: { user_id: "ada", notification: example.notification },
  },
  {
    contract: NotificationRead,
    title: "Something in an inbox was read",
    description: "Whoever still shows it as new need not.",
    example: {
      user_id: "ada",
      notification: { ...example.notification, read_at: "2026-12-03T07:12:00.000Z" },
    },
  },
];
