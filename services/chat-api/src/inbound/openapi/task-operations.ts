import {
  BatchAnswer,
  PageQuery,
  Task,
  TaskDraft,
  TaskOccurrencePage,
  TaskPage,
  TaskPatch,
  TaskQuery,
  TravelAnswer,
  TravelRequest,
  UntilRequest,
} from "@todo-mesh/contracts";
import { addTask } from "../../domain/actions/add-task.ts";
import type { Action } from "../../domain/actions/action.ts";
import type { Catalogue } from "../../domain/actions/catalogue.ts";
import { changeTask } from "../../domain/actions/change-task.ts";
import { deleteTask } from "../../domain/actions/delete-task.ts";
import { listTasks } from "../../domain/actions/list-tasks.ts";
import { readTask } from "../../domain/actions/read-task.ts";
import { travel } from "../../domain/actions/travel.ts";
import { NEW_AND_VERSIONED, ONCE, ONCE_IF_MATCH, VERSIONED } from "./headers.ts";
import type { Operation, Operations } from "./operation.ts";

const theTask = { 200: { about: "The task as it is then.", json: Task, headers: VERSIONED } };

type Named = Pick<Operation, "id" | "summary" | "about">;

/** What an action is called here: `complete_task` is the operation `completeTask`. */
const named = ({ name, title, about }: Action): Named => ({
  id: name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  summary: title,
  ...(about !== undefined && { about }),
});

/** A route that changes one task by saying no more than which. */
const ofTask = (action: Action): Operation => ({
  ...named(action),
  headers: ONCE_IF_MATCH,
  ...(action.onTask?.takesUntil === true && { body: { schema: UntilRequest } }),
  answers: theTask,
  problems: ["conflict"],
});

/** What is done to tasks: each action has a route of its name, some have one of another shape. */
export const taskOperations = ({ ofTask: rows, batchRequest }: Catalogue): Operations => ({
  ...OTHERS,
  "POST /tasks/batch": {
    id: "changeTasks",
    summary: "Make many changes at once",
    about:
      "Each as if alone: what one of them refuses, also by its form, keeps none of the others back. A long list comes in batch after batch, each with an `Idempotency-Key` of its own: after a 429 nothing of that batch is done; wait for `Retry-After` seconds and send the same again.",
    headers: ONCE,
    body: { schema: batchRequest },
    answers: { 200: { about: "An answer for each, in the order asked.", json: BatchAnswer } },
    problems: ["conflict"],
  },
  ...Object.fromEntries(
    rows.flatMap((action) => {
      const { path } = action.onTask;
      return path === undefined ? [] : [[`POST /tasks/{id}/${path}`, ofTask(action)]];
    }),
  ),
});

const moveFloating: Operation = {
  ...named(travel),
  headers: ONCE,
  body: { schema: TravelRequest },
  answers: { 200: { about: "How many went along.", json: TravelAnswer } },
  problems: ["conflict"],
};

const OTHERS: Operations = {
  "GET /tasks": {
    ...named(listTasks),
    about:
      "Everything named must hold. A task that is left alone is on exactly one page, whatever else changes between the pages.",
    query: TaskQuery,
    answers: { 200: { about: "A page of tasks.", json: TaskPage } },
  },
  "POST /tasks": {
    id: named(addTask).id,
    summary: addTask.title,
    headers: ONCE,
    body: { schema: TaskDraft },
    answers: { 201: { about: "The new task.", json: Task, headers: NEW_AND_VERSIONED } },
    problems: ["conflict"],
  },
  "POST /tasks/move-floating": { ...moveFloating, id: "moveFloating" },
  "POST /tasks/travel": {
    ...moveFloating,
    about: "The same as `POST /tasks/move-floating`, by the name that it had before.",
    deprecated: true,
  },
  "GET /tasks/{id}": {
    id: "readTask",
    summary: readTask.title,
    answers: { 200: { about: "The task.", json: Task, headers: VERSIONED } },
  },
  "PATCH /tasks/{id}": {
    ...named(changeTask),
    headers: ONCE_IF_MATCH,
    body: { schema: TaskPatch },
    answers: theTask,
    problems: ["conflict"],
  },
  "DELETE /tasks/{id}": ofTask(deleteTask),
  "GET /tasks/{id}/occurrences": {
    id: "listOccurrences",
    summary: "What became of the dates of a series",
    about: "Which were done, skipped or moved, the newest first; the last 2 000.",
    query: PageQuery,
    answers: { 200: { about: "A page of dates.", json: TaskOccurrencePage } },
  },
};
