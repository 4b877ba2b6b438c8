import type {
  Caller,
  ExportReminders,
  MarkRead,
  MarkSeveralRead,
  ReadInbox,
} from "@todo-mesh/contracts/calls";
import type { Logger } from "@todo-mesh/kit";
import { createCommit } from "@todo-mesh/state";
import { changeInBatch } from "./tasks/change-in-batch.ts";
import { changeTasks } from "./tasks/change-tasks.ts";
import type { ChatDeps, Wait } from "./deps.ts";
import { eraseAll } from "./own-data/erase-all.ts";
import { type ExplainDeps, explainReminder } from "./explain-reminder.ts";
import { exportAll } from "./own-data/export-all.ts";
import { importTasks } from "./own-data/import-tasks.ts";
import { listChanges } from "./journal/journal.ts";
import { createLongWork } from "./long-work.ts";
import { callTools } from "./assistant/call-tools.ts";
import { deleteConversation, renameConversation } from "./assistant/change-conversations.ts";
import {
  exportConversation,
  listConversations,
  readConversation,
} from "./assistant/read-conversations.ts";
import { listTasks, readTask } from "./tasks/read-tasks.ts";
import { createTaskStore, preparedBy } from "./tasks/task-store.ts";
import { lastDates, listOccurrences } from "./tasks/task-occurrences.ts";
import { checkTaskVersions } from "./tasks/check-task-versions.ts";
import { parseTime } from "./preferences/parse-time.ts";
import { travel } from "./tasks/travel.ts";
import { changePreferences, readPreferences } from "./preferences/preferences.ts";
import { readNotification, readNotifications } from "./tasks/read-notification.ts";
import type { ModelUse } from "./assistant/respond-by-model.ts";
import { listApprovals } from "./assistant/approvals.ts";
import { decideApproval } from "./assistant/decide-approval.ts";
import { regenerate } from "./assistant/regenerate.ts";
import { createTurns } from "./assistant/turns.ts";
import { undoChanges } from "./undo/undo-changes.ts";

interface Given
  extends
    Omit<ChatDeps, "tasks" | "commit">,
    Omit<ExplainDeps, "clock" | "readPreferences" | "lastDates"> {
  readonly log: Logger;
  readonly readInbox: Caller<typeof ReadInbox>;
  readonly markRead: Caller<typeof MarkRead>;
  readonly markSeveralRead: Caller<typeof MarkSeveralRead>;
  readonly exportReminders: Caller<typeof ExportReminders>;
  readonly wait: Wait;
  readonly model?: ModelUse | undefined;
}

/** All that may be asked of chat-api, over what it is given; `tasks`, `commit` and `longWork` are what the use cases share. */
export function buildUseCases(given: Given) {
  const tasks = createTaskStore(given.store);
  const [commit, longWork] = [createCommit(given.store, preparedBy(tasks)), createLongWork()];
  const preferences = readPreferences(given);
  const deps = { ...given, tasks, commit, longWork, readPreferences: preferences };
  const [inBatch, turns] = [changeInBatch(deps), createTurns(deps)];
  return {
    tasks,
    commit,
    longWork,
    turns,
    regenerate: regenerate({ ...deps, turns }),
    callTools: callTools(deps),
    changeTasks: changeTasks(deps),
    changeInBatch: inBatch,
    undoChanges: undoChanges(deps),
    travel: travel(deps),
    listChanges: listChanges(deps),
    listOccurrences: listOccurrences(deps),
    listTasks: listTasks(deps),
    readTask: readTask(deps),
    listConversations: listConversations(deps),
    readConversation: readConversation({ ...deps, turns }),
    exportConversation: exportConversation(deps),
    renameConversation: renameConversation(deps),
    deleteConversation: deleteConversation(deps),
    listApprovals: listApprovals(deps),
    decideApproval: decideApproval(deps),
    readPreferences: preferences,
    changePreferences: changePreferences(deps),
    exportAll: exportAll(deps),
    importTasks: importTasks({ ...deps, changeInBatch: inBatch, readPreferences: preferences }),
    eraseAll: eraseAll(deps),
    checkTaskVersions: checkTaskVersions(deps),
    when: parseTime(deps),
    explainReminder: explainReminder({ ...deps, lastDates: lastDates(deps) }),
    readNotification: readNotification(deps),
    readNotifications: readNotifications(deps),
  };
}
