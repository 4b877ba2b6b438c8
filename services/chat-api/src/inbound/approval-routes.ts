import { ApprovalDecision, ApprovalQuery } from "@todo-mesh/contracts";
import { otherMethods, parse, userOf } from "@todo-mesh/kit";
import { Router } from "express";
import type { ListApprovals } from "../use-cases/assistant/approvals.ts";
import type { DecideApproval } from "../use-cases/assistant/decide-approval.ts";
import { answerJson } from "./answer-json.ts";
import { askedBy } from "./asked-by.ts";

export interface ApprovalRouteDeps {
  readonly listApprovals: ListApprovals;
  readonly decideApproval: DecideApproval;
}

/** `/approvals`: what a model wishes to do, and only its person may allow. */
export function approvalRoutes({ listApprovals, decideApproval }: ApprovalRouteDeps): Router {
  const router = Router();
  const page = answerJson((req, res) =>
    listApprovals(userOf(res), parse(ApprovalQuery, req.query, "query")),
  );
  const decide = answerJson<{ id: string }>((req, res) =>
    decideApproval(askedBy(req, res), { id: req.params.id, ...parse(ApprovalDecision, req.body) }),
  );
  router.route("/approvals").get(page).all(otherMethods());
  router.route("/approvals/:id").post(decide).all(otherMethods());
  return router;
}
