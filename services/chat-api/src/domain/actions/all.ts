import { addTask } from "./add-task.ts";
import { createCatalogue } from "./catalogue.ts";
import { changeTask } from "./change-task.ts";
import { completeTask } from "./complete-task.ts";
import { deleteTask } from "./delete-task.ts";
import { dismissTask } from "./dismiss-task.ts";
import { endSeries } from "./end-series.ts";
import { listOccurrences } from "./list-occurrences.ts";
import { listTasks } from "./list-tasks.ts";
import { muteTask } from "./mute-task.ts";
import { readTask } from "./read-task.ts";
import { reopenTask } from "./reopen-task.ts";
import { rescheduleTask } from "./reschedule-task.ts";
import { restoreTask } from "./restore-task.ts";
import { skipTask } from "./skip-task.ts";
import { snoozeTask } from "./snooze-task.ts";
import { unmuteTask } from "./unmute-task.ts";
import { travel } from "./travel.ts";
import { undo } from "./undo.ts";

/** All that can be done. */
export const ACTIONS = [
  addTask,
  listTasks,
  listOccurrences,
  readTask,
  completeTask,
  deleteTask,
  reopenTask,
  skipTask,
  endSeries,
  rescheduleTask,
  snoozeTask,
  dismissTask,
  muteTask,
  unmuteTask,
  restoreTask,
  undo,
  changeTask,
  travel,
];

export const CATALOGUE = createCatalogue(ACTIONS);
