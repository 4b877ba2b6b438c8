import { CHANGE_ID, BATCH_ID, MADE_AT, EXAMPLE_TASK_ID } from "./ids.ts";
import { task, taskDraft } from "./task.ts";

export const change = { id: CHANGE_ID, by: "api" };

export const changeEntry = {
  ...change,
  at: MADE_AT,
  verb: "updated",
  task_id: EXAMPLE_TASK_ID,
  version: 2,
  title: "water all the plants",
  before: { title: "water the plants" },
  after: { title: "water all the plants" },
};

export const operations = [
  { op: "create", task: taskDraft },
  { op: "complete", id: EXAMPLE_TASK_ID, version: 1 },
];

export const problem = {
  type: "urn:todo-mesh:problem:invalid",
  title: "Invalid request",
  status: 400,
  detail: "due.timezone: not an IANA time zone",
  instance: "/api/ada/tasks",
  errors: [{ field: "due.timezone", message: "not an IANA time zone" }],
};

export const batchAnswer = {
  batch_id: BATCH_ID,
  results: [
    { status: 201, task },
    { status: 400, problem },
  ],
};

export const travelRequest = { timezone: "Asia/Tokyo" };

export const travelAnswer = { batch_id: BATCH_ID, timezone: "Asia/Tokyo", moved: 2 };

export const undoAnswer = {
  changes: [
    {
      ...changeEntry,
      id: "019aab2b-0000-7a3b-9d1f-2f6c8f0b7a12",
      version: 3,
      title: "water the plants",
      before: changeEntry.after,
      after: changeEntry.before,
      undoes: CHANGE_ID,
    },
  ],
  tasks: [{ ...task, version: 3, change_id: "019aab2b-0000-7a3b-9d1f-2f6c8f0b7a12" }],
};
