import { Approval } from "../chat/approval.ts";
import { type DataOf, defineEvent } from "./event.ts";
import { TASKS_TOPIC } from "./task-events.ts";

/** Something waits for its person's yes. */
export const ApprovalRequested = defineEvent("todo.approval.requested.v1", TASKS_TOPIC, {
  approval: Approval,
});
/** It waits no longer: `status` says what became of it. */
export const ApprovalDecided = defineEvent("todo.approval.decided.v1", TASKS_TOPIC, {
  approval: Approval,
});
export type ApprovalEventData = DataOf<typeof ApprovalRequested>;
