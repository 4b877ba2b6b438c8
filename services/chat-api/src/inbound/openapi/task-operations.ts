import {
  BatchAnswer,
  BatchRequest,
  PageQuery,
  Task,
  TaskDraft,
  TaskOccurrencePage,
  TaskPage,
  TaskPatch,
  TaskQuery,
  TravelAnswer,
  TravelRequest,
} from "@todo-mesh/contracts";
import { NEW_AND_VERSIONED, ONCE, ONCE_IF_MATCH, VERSIONED } from "./headers.ts";
import type { Operation, Operations } from "./operation.ts";

const theTask = { 200: { about: "The task as it is then.", json: Task, headers: VERSIONED } };

/** A route that changes one task by saying no more than which. */
const verb = (id: string, summary: string, about?: string): Operation => ({
  id,
  summary,
  ...(about !== undefined && { about }),
  headers: ONCE_IF_MATCH,
  answers: theTask,
  problems: ["conflict"],
});

export const TASK_OPERATIONS: Operations = {
  "GET /tasks": {
    id: "listTasks",
    summary: "List tasks",
    about:
      "Everything named must hold. A task that is left alone is on exactly one page, whatever else changes between the pages.",
    query: TaskQuery,
    answers: { 200: { about: "A page of tasks.", json: TaskPage } },
  },
  "POST /tasks": {
    id: "addTask",
    summary: "Add a task",
    headers: ONCE,
    body: { schema: TaskDraft },
    answers: { 201: { about: "The new task.", json: Task, headers: NEW_AND_VERSIONED } },
    problems: ["conflict"],
  },
  "POST /tasks/batch": {
    id: "changeTasks",
    summary: "Make many changes at once",
    about:
      "Each as if alone: what one of them refuses, also by its form, keeps none of the others back. A long list comes in batch after batch, each with an `Idempotency-Key` of its own: after a 429 nothing of that batch is done; wait for `Retry-After` seconds and send the same again.",
    headers: ONCE,
    body: { schema: BatchRequest },
    answers: { 200: { about: "An answer for each, in the order asked.", json: BatchAnswer } },
    problems: ["conflict"],
  },
  "POST /tasks/travel": {
    id: "travel",
    summary: "Take floating tasks along to another time zone",
    about: "What is due by the clock wherever the person is, is due by the clock there.",
    headers: ONCE,
    body: { schema: TravelRequest },
    answers: { 200: { about: "How many went along.", json: TravelAnswer } },
    problems: ["conflict"],
  },
  "GET /tasks/{id}": {
    id: "readTask",
    summary: "Read a task",
    answers: { 200: { about: "The task.", json: Task, headers: VERSIONED } },
  },
  "PATCH /tasks/{id}": {
    id: "changeTask",
    summary: "Change a task",
    headers: ONCE_IF_MATCH,
    body: { schema: TaskPatch },
    answers: theTask,
    problems: ["conflict"],
  },
  "DELETE /tasks/{id}": verb(
    "deleteTask",
    "Move a task to the trash",
    "It can be restored for 30 days.",
  ),
  "GET /tasks/{id}/occurrences": {
    id: "listOccurrences",
    summary: "What became of the dates of a series",
    about: "Which were done, skipped or moved, the newest first; the last 2 000.",
    query: PageQuery,
    answers: { 200: { about: "A page of dates.", json: TaskOccurrencePage } },
  },
  "POST /tasks/{id}/complete": verb(
    "completeTask",
    "Complete a task",
    "One that comes again moves on to its next date, and stays open.",
  ),
  "POST /tasks/{id}/reopen": verb("reopenTask", "Open a task again"),
  "POST /tasks/{id}/skip": verb("skipTask", "Leave out this date of a series"),
  "POST /tasks/{id}/end-series": verb("endSeries", "End a series", "The task stays due as it is."),
  "POST /tasks/{id}/restore": verb("restoreTask", "Take a task out of the trash"),
};
