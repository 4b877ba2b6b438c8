import { ChangePage, PageQuery, UndoAnswer, UndoRequest } from "@todo-mesh/contracts";
import { undo } from "../../domain/actions/undo.ts";
import { ONCE } from "./headers.ts";
import type { Operations } from "./operation.ts";

export const JOURNAL_OPERATIONS: Operations = {
  "GET /changes": {
    id: "listChanges",
    summary: "Read the journal",
    about: "Who changed what, the newest first.",
    query: PageQuery,
    answers: { 200: { about: "A page of changes.", json: ChangePage } },
  },
  "POST /undo": {
    id: undo.name,
    summary: undo.title,
    about: "All that are named, or none. What was changed since is never lost: that is a 409.",
    headers: ONCE,
    body: { schema: UndoRequest, optional: true },
    answers: { 200: { about: "What was done, and the tasks as they are now.", json: UndoAnswer } },
    problems: ["conflict"],
  },
};
