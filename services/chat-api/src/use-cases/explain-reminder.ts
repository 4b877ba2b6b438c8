import type { ReminderExplanation } from "@todo-mesh/contracts";
import type { Caller, FindNotifications, ReadReminder } from "@todo-mesh/contracts/calls";
import { type Clock, kindOf } from "@todo-mesh/ports";
import { explainReminder as explain } from "../domain/replies/explain-reminder.ts";
import { ENGLISH } from "../domain/replies/explanation-english.ts";

export interface ExplainDeps {
  readonly clock: Clock;
  readonly readReminder: Caller<typeof ReadReminder>;
  readonly findNotifications: Caller<typeof FindNotifications>;
}

/** What became of a reminder in words: what reminder-service did, and what notification-service showed of it. */
export function explainReminder({ clock, readReminder, findNotifications }: ExplainDeps) {
  return async (user_id: string, id: string): Promise<ReminderExplanation> => {
    const reminder = await readReminder({ user_id, id });
    const ids = [id, ...reminder.rang.map(({ occurrence_id }) => occurrence_id)];
    const shown = await findNotifications({ user_id, ids }).catch((error: unknown) => {
      if (kindOf(error) !== "unavailable") throw error;
      return undefined;
    });
    return explain(reminder, shown?.items, { words: ENGLISH, now: clock.now() });
  };
}

export type ExplainReminder = ReturnType<typeof explainReminder>;
