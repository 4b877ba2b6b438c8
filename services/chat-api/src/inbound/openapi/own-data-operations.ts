import { EraseAnswer, Export, ImportReport, ImportRequest } from "@todo-mesh/contracts";
import { ONCE } from "./headers.ts";
import type { Operations } from "./operation.ts";

export const OWN_DATA_OPERATIONS: Operations = {
  "GET /export": {
    id: "exportAll",
    summary: "Take everything along",
    answers: { 200: { about: "All that is kept, as a file.", json: Export } },
  },
  "POST /import": {
    id: "importTasks",
    summary: "Bring tasks along",
    headers: ONCE,
    about:
      "Adds the tasks of a file from elsewhere as one batch: a project that Todoist exported as CSV, or a calendar with VTODOs. What is done already, cancelled or no task is left out, and each entry that is left out or not kept as it was is told with its reason. Send it with `dry_run` first to see what would come of it. At most 500 entries.",
    body: { schema: ImportRequest },
    answers: { 200: { about: "What became of each entry.", json: ImportReport } },
    problems: ["conflict"],
  },
  "DELETE /": {
    id: "eraseAll",
    summary: "Be forgotten",
    headers: ONCE,
    about: "Erases tasks, journal and conversations, and tells the other services to.",
    answers: { 200: { about: "Nothing is left.", json: EraseAnswer } },
    problems: ["conflict"],
  },
};
