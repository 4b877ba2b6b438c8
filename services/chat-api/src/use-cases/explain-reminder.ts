import type { PersonPreferences, ReminderExplanation, TaskOccurrence } from "@todo-mesh/contracts";
import type { Caller, FindNotifications, ReadReminder } from "@todo-mesh/contracts/calls";
import { type Clock, kindOf } from "@todo-mesh/ports";
import { explainReminder as explain } from "../domain/replies/explain-reminder.ts";
import { LANGUAGES } from "../domain/languages/languages.ts";
import { localeOf } from "@todo-mesh/when";

export interface ExplainDeps {
  readonly clock: Clock;
  readonly readPreferences: (userId: string) => Promise<Partial<PersonPreferences>>;
  readonly readReminder: Caller<typeof ReadReminder>;
  readonly findNotifications: Caller<typeof FindNotifications>;
  /** The last dates of a task's series of which something became. */
  readonly lastDates: (userId: string, taskId: string, count: number) => Promise<TaskOccurrence[]>;
}

// As many as a reminder has steps.
const DATES_TOLD = 20;

/**
 * What became of a reminder in words: what reminder-service did, what notification-service showed of it, and what
 * became of the dates of its series.
 */
export function explainReminder(deps: ExplainDeps) {
  const { clock, readReminder, findNotifications, readPreferences, lastDates } = deps;
  return async (user_id: string, id: string): Promise<ReminderExplanation> => {
    const reminder = await readReminder({ user_id, id });
    const ids = [id, ...reminder.rang.map(({ occurrence_id }) => occurrence_id)];
    const [shown, chosen, dates] = await Promise.all([
      unlessAway(findNotifications({ user_id, ids })),
      unlessAway(readPreferences(user_id)),
      lastDates(user_id, reminder.task_id, DATES_TOLD),
    ]);
    // Whoever has chosen no language is told in that of the title.
    const { explanation: words } = LANGUAGES[localeOf(chosen?.locale, [reminder.title])];
    return explain({ reminder, shown: shown?.items, dates }, { words, now: clock.now() });
  };
}

async function unlessAway<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  return asked.catch((error: unknown) => {
    if (kindOf(error) !== "unavailable") throw error;
    return undefined;
  });
}

export type ExplainReminder = ReturnType<typeof explainReminder>;
