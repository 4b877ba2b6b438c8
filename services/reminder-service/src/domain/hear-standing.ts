import type { Standing } from "@todo-mesh/contracts";
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
  same: "chat-api says that nothing has changed",
  changed: "chat-api says that the task still wants it",
  gone: "chat-api knows no such task any more",
} as const;

/** Why a reminder rings, or does not, after that word. */
export const causeIn = (standing: Standing | undefined): string =>
  standing ? CAUSES[standing.standing] : "chat-api did not answer in time";

function forsaken(ledger: LiveLedger, now: Date): Ledger {
  const { nagging: _, paused: __, ...rest } = ledger;
  const reminders = ledger.reminders.map((reminder) => letGo(reminder, CAUSES.gone, now));
  return { ...rest, reminders };
}
