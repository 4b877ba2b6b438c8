import type { PersonPreferences, ReminderExplanation } from "@todo-mesh/contracts";
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
}

/** What became of a reminder in words: what reminder-service did, and what notification-service showed of it. */
export function explainReminder({
  clock,
  readReminder,
  findNotifications,
  readPreferences,
}: ExplainDeps) {
  return async (user_id: string, id: string): Promise<ReminderExplanation> => {
    const reminder = await readReminder({ user_id, id });
    const ids = [id, ...reminder.rang.map(({ occurrence_id }) => occurrence_id)];
    const [shown, chosen] = await Promise.all([
      unlessAway(findNotifications({ user_id, ids })),
      unlessAway(readPreferences(user_id)),
    ]);
    // Whoever has chosen no language is told in that of the title.
    const { explanation: words } = LANGUAGES[localeOf(chosen?.locale, [reminder.title])];
    return explain(reminder, shown?.items, { words, now: clock.now() });
  };
}

async function unlessAway<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  return asked.catch((error: unknown) => {
    if (kindOf(error) !== "unavailable") throw error;
    return undefined;
  });
}

export type ExplainReminder = ReturnType<typeof explainReminder>;
