import type { Outcome } from "@todo-mesh/contracts";

const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  "already",
  "several",
  "none",
  "refused",
  "unknown",
  "which-time",
  "no-time",
  "approval-needed",
]);

/** Whether something was done or found; else nothing was changed, or nobody knows. */
export const tookEffect = ({ outcome }: Outcome): boolean => !WITHOUT_EFFECT.has(outcome);
