import { ApprovalDecision, ApprovalPage, ApprovalQuery, ChatAnswer } from "@todo-mesh/contracts";
import { ONCE } from "./headers.ts";
import type { Operations } from "./operation.ts";

export const APPROVAL_OPERATIONS: Operations = {
  "GET /approvals": {
    id: "listApprovals",
    summary: "List what was asked",
    about:
      "The last ten things that a model wished to do and only the person may allow, of the last day, the newest first. Each stands in the message that asks for it, too.",
    query: ApprovalQuery,
    answers: { 200: { about: "What was asked, and what became of it.", json: ApprovalPage } },
  },
  "POST /approvals/{id}": {
    id: "decideApproval",
    summary: "Allow what was asked, or refuse it",
    about:
      "All of it is done in one step, once, exactly as it was asked; the answer is a message of the conversation, and can be undone. Where a task was changed since, or fifteen minutes are over, nothing is done: `decided.status` is `outdated` or `expired` then, and `approval` asks anew. In the chat “yes” or “no” as the next message does the same. Sent again it is answered the same; the other decision is a 409.",
    headers: ONCE,
    body: { schema: ApprovalDecision },
    answers: { 200: { about: "What came of it, in words and in `decided`.", json: ChatAnswer } },
    problems: ["conflict"],
  },
};
