import type { Standing } from "@todo-mesh/contracts";
import type { Cause } from "./cause.ts";
import { hearTask } from "./hear-task.ts";
import type { Ledger, LiveLedger } from "./ledger.ts";
import { letGo } from "./plan-reminder.ts";

/** The ledger after chat-api's word on its task, as if the news had come. */
export function hearStanding(
  ledger: LiveLedger,
  standing: Standing | undefined,
  now: Date,
): Ledger {
  if (standing?.standing === "changed") return hearTask(ledger, standing.task, now);
  return standing?.standing === "gone" ? forsaken(ledger, now) : ledger;
}

const CAUSES = {
  same: { code: "unchanged" },
  changed: { code: "changed-and-wanted" },
  gone: { code: "task-gone" },
} as const satisfies Record<string, Cause>;

/** Why a reminder rings, or does not, after that word. */
export const causeIn = (standing: Standing | undefined): Cause =>
  standing ? CAUSES[standing.standing] : { code: "unchecked" };

function forsaken(ledger: LiveLedger, now: Date): Ledger {
  const { nagging: _, paused: __, ...rest } = ledger;
  const reminders = ledger.reminders.map((reminder) => letGo(reminder, CAUSES.gone, now));
  return { ...rest, reminders };
}
